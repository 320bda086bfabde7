import { useLocale, useTranslations } from "next-intl";
import { BriefLamp, StateTag } from "#components/letters/brief-words.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { tongueOf } from "#components/people/tongue.ts";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import type { LetterBrief } from "#domain/letters/brief.ts";

const most = 3;

/** Under a post: the letters that came of its comments, each with number, state and lamp. */
export function GrownLetters({ letters, more }: { letters: readonly LetterBrief[]; more: string }) {
  const t = useTranslations("square.letter");
  const single = letters.length === 1 ? letters[0] : null;
  if (letters.length === 0) return null;
  return (
    <div className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 border border-rule bg-card px-2.5 py-2 leading-relaxed lg:px-3">
      <Icon of="mail" className="mt-1.5 text-brand" />
      <div>
        <p className="text-[1rem] text-pretty">
          {t("grown", { n: letters.length })} {single?.open && <Title letter={single} />}
        </p>
        <ul>
          {letters.slice(0, most).map((letter) => (
            <li key={letter.number} className="pt-0.5">
              <p className="text-[1rem]">
                {letter.open && <A href={`/letters/${letter.number}`}>{letter.open.title}</A>}
              </p>
              <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
                <LetterNumber number={letter.number} />
                <StateTag state={letter.state} />
                {letter.light && <BriefLamp light={letter.light} state={letter.state} />}
                <Verdict letter={letter} />
              </p>
            </li>
          ))}
        </ul>
        {letters.length > most && (
          <p className="text-sm">
            <A href={more}>{t("allGrown", { n: letters.length })}</A>
          </p>
        )}
      </div>
    </div>
  );
}

function Title({ letter: { number, open } }: { letter: LetterBrief }) {
  const language = useLocale();
  return (
    open && (
      <A href={`/letters/${number}`} lang={tongueOf(open.title, language)}>
        {open.title}
      </A>
    )
  );
}

/** What the writer said of it in the end; silence is 未评价, never 满意. */
export function Verdict({ letter: { state, open } }: { letter: LetterBrief }) {
  const t = useTranslations("square.letter.verdict");
  const words = useTranslations("letters");
  if (state !== "closed" || !open) return null;
  if (!open.verdict) return <span>{t("none")}</span>;
  const { solved, attitude } = open.verdict;
  return <span>{t("words", { solved: words(`solved.${solved}`), attitude: words(`grades.${attitude}`) })}</span>;
}

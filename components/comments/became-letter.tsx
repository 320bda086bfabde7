import { useTranslations } from "next-intl";
import { BriefLamp, StateTag, TurnWords } from "#components/letters/brief-words.tsx";
import { Verdict } from "#components/letters/grown-letters.tsx";
import { Plate } from "#components/letters/plate.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { LetterBrief } from "#domain/letters/brief.ts";

/** On the comment: it has become a letter. Plate, state, whose turn, lamp; and that the comment no longer moves it. */
export function BecameLetter({ letter }: { letter: LetterBrief }) {
  const t = useTranslations("square.letter");
  return (
    <div className="border border-t-2 border-rule border-t-brand bg-card px-3.5 pt-2.5 pb-2.5">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[1rem] leading-normal">
        <Icon of="mail" className="text-brand" />
        <span>{t("became")}</span>
        <A href={`/letters/${letter.number}`} className="no-underline hover:underline">
          <Plate number={letter.number} size="s" />
        </A>
      </p>
      <p className="mt-1.5 text-[1rem] leading-normal">
        <StateTag state={letter.state} /> {letter.turn && <TurnWords turn={letter.turn} />}
        <Verdict letter={letter} />
      </p>
      {letter.light && (
        <p className="mt-1">
          <BriefLamp light={letter.light} state={letter.state} />
        </p>
      )}
      <p className="mt-1 text-sm leading-relaxed text-ink-2">
        {t("madeAt")} <When at={letter.sentAt} dayOnly />
        {t("apart")}
      </p>
    </div>
  );
}

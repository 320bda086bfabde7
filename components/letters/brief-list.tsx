import { useLocale, useTranslations } from "next-intl";
import { BriefLamp, TurnWords, useMailboxName } from "#components/letters/brief-words.tsx";
import { Verdict } from "#components/letters/grown-letters.tsx";
import { edgeClass } from "#components/letters/lamp.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { named } from "#components/people/named.ts";
import { DemoTag } from "#components/people/speaker.tsx";
import { tongueOf } from "#components/people/tongue.ts";
import { classes } from "#components/ui/classes.ts";
import { A } from "#components/ui/link.tsx";
import type { LetterBrief } from "#domain/letters/brief.ts";

/** Letters in a narrow column: what, number, whose turn, lamp; the edge says the lamp once more. */
export function BriefList({ letters }: { letters: readonly LetterBrief[] }) {
  return (
    <ul>
      {letters.map((letter) => (
        <li
          key={letter.number}
          className={classes("border-b border-b-rule py-2.5 ps-3", edgeClass(letter.light?.lamp))}
        >
          <Brief letter={letter} />
        </li>
      ))}
    </ul>
  );
}

/** Letters that are done: no edge, because no light burns; who answered, and what the writer said of it. */
export function DoneList({ letters }: { letters: readonly LetterBrief[] }) {
  const language = useLocale();
  return (
    <ul>
      {letters.map((letter) => (
        <li key={letter.number} className="border-b border-rule py-2.5">
          <Title letter={letter} />
          <p className="flex flex-wrap gap-x-1.5 text-sm leading-normal text-ink-2">
            {letter.open?.lead && <span>{named(language, letter.open.lead)} ·</span>}
            <Verdict letter={letter} />
          </p>
          {letter.light && <BriefLamp light={letter.light} state={letter.state} />}
        </li>
      ))}
    </ul>
  );
}

function Brief({ letter }: { letter: LetterBrief }) {
  const mailbox = useMailboxName(letter.mailbox);
  return (
    <>
      <Title letter={letter} />
      <p className="text-sm leading-normal text-ink-2">
        {letter.open ? <LetterNumber number={letter.number} /> : <ShutNumber number={letter.number} />} ·{" "}
        {letter.open && letter.turn ? <TurnWords turn={letter.turn} /> : mailbox}
      </p>
      {letter.light && <BriefLamp light={letter.light} state={letter.state} />}
    </>
  );
}

/** Where there is no title to press, the number leads to what everybody may know. */
function ShutNumber({ number }: { number: string }) {
  return (
    <A href={`/letters/${number}`}>
      <LetterNumber number={number} />
    </A>
  );
}

function Title({ letter }: { letter: LetterBrief }) {
  const t = useTranslations("square.letter");
  const language = useLocale();
  if (!letter.open)
    return (
      <p className="text-[1rem] leading-normal text-ink-2">
        {t(letter.state === "submitted" ? "unconfirmed" : "shut")}
      </p>
    );
  return (
    <p className="text-[1rem] leading-normal font-semibold text-pretty">
      <A
        href={`/letters/${letter.number}`}
        lang={tongueOf(letter.open.title, language)}
        className="text-ink no-underline hover:underline"
      >
        {letter.open.title}
      </A>{" "}
      {letter.demo && <DemoTag />}
    </p>
  );
}

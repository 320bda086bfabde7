import { useLocale, useTranslations } from "next-intl";
import { BriefLamp, StateTag, TurnWords, useMailboxName } from "#components/letters/brief-words.tsx";
import { edgeClass } from "#components/letters/lamp.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { named } from "#components/people/named.ts";
import { classes } from "#components/ui/classes.ts";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { LetterBrief } from "#domain/letters/brief.ts";

/** The list of letters: each with its state, whose turn it is and its lamp; the edge says the lamp a third time. */
export function LetterRows({ letters }: { letters: readonly LetterBrief[] }) {
  return (
    <ol className="border-t-2 border-rule-strong">
      {letters.map((letter) => (
        <li
          key={letter.number}
          className={classes("border-b border-b-rule bg-card px-3 py-3 sm:px-4", edgeClass(letter.light?.lamp))}
        >
          <Row letter={letter} />
        </li>
      ))}
    </ol>
  );
}

function Row({ letter }: { letter: LetterBrief }) {
  const t = useTranslations("letter-page");
  const language = useLocale();
  const mailbox = useMailboxName(letter.mailbox);
  const { number, open, state, turn, light } = letter;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <LetterNumber number={number} />
        <StateTag state={state} />
        {letter.demo && <Tag kind="warn">{t("demo")}</Tag>}
        <span>{mailbox}</span>
        <When at={letter.sentAt} dayOnly />
      </p>
      <h2 className="mt-0.5 text-lg leading-snug">
        <A
          href={`/letters/${number}`}
          className={classes("no-underline hover:underline", open ? "text-ink" : "text-ink-2")}
        >
          {open ? open.title : t(state === "submitted" ? "list.unconfirmed" : "list.shut")}
        </A>
      </h2>
      <p className="flex flex-wrap items-center justify-between gap-x-6 leading-relaxed">
        <span className="text-[1rem]">
          {open && turn ? <TurnWords turn={turn} /> : open?.lead && named(language, open.lead)}
        </span>
        {light && <BriefLamp light={light} state={state} />}
      </p>
    </>
  );
}

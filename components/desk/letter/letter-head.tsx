import { useTranslations } from "next-intl";
import { StateTag, TurnWords, useMailboxName } from "#components/letters/brief-words.tsx";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";

/** What it is, where it was sent, whose turn it is and until when. */
export function LetterHead({ letter }: { letter: LetterForPerson }) {
  const t = useTranslations("letters");
  const desk = useTranslations("desk-letter.head");
  const mailbox = useMailboxName(letter.mailbox);
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2 pb-3">
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
          <LetterNumber number={letter.number} />
          <StateTag state={letter.state} />
          {letter.demo && <Tag kind="warn">{desk("demo")}</Tag>}
          <span>{t(`kinds.${letter.kind}`)}</span>
          <span>{t(`vias.${letter.via}`)}</span>
          <span>{letter.kind === "accusation" ? desk("accusation") : t(`visibilities.${letter.visibility}`)}</span>
          <span>{mailbox}</span>
        </p>
        <h1 className="mt-1 text-xl sm:text-2xl">{letter.title}</h1>
      </div>
      <div className="grid justify-items-start gap-0.5 lg:justify-items-end">
        {letter.light && <LightLamp light={letter.light} what={letter.light.what} href="#clock" />}
        {letter.turn && (
          <p className="text-sm">
            <TurnWords turn={letter.turn} />
          </p>
        )}
      </div>
    </header>
  );
}

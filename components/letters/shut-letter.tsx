import { useLocale, useTranslations } from "next-intl";
import { BriefLamp, StateTag, useMailboxName } from "#components/letters/brief-words.tsx";
import { Plate } from "#components/letters/plate.tsx";
import { named } from "#components/people/named.ts";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { A } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { KnownLetter, PublicLetter } from "#domain/letters/read-public-letter.ts";

/** A letter whose text is not public: number, mailbox, state and lamp are all there is. */
export function ShutLetter({ letter }: { letter: KnownLetter }) {
  const t = useTranslations("letter-page.shut");
  const page = useTranslations("letter-page");
  const mailbox = useMailboxName(letter.mailbox);
  return (
    <Panel className="px-4 py-5 sm:px-7">
      <h1 className="flex flex-wrap items-center gap-3 text-xl">
        <span className="sr-only">{t("title", { number: letter.number })}</span>
        <span aria-hidden="true">
          <Plate number={letter.number} />
        </span>
        {letter.demo && <Tag kind="warn">{page("demo")}</Tag>}
      </h1>
      <p className="my-3">{t(letter.state === "submitted" ? "submitted" : "why")}</p>
      <DefinitionList
        rows={[
          { term: t("mailbox"), words: mailbox },
          { term: t("state"), words: <StateTag state={letter.state} /> },
          {
            term: t("lamp"),
            words:
              letter.light && letter.state !== "withdrawn" ? (
                <BriefLamp light={letter.light} state={letter.state} />
              ) : (
                t("none")
              ),
          },
        ]}
      />
    </Panel>
  );
}

/** Hidden: a stone with the reason and the office; the letter's number, mailbox and lamp stay. */
export function StoneLetter({ letter }: { letter: Extract<PublicLetter, { face: "stone" }> }) {
  const t = useTranslations("letter-page.stone");
  const codes = useTranslations("letters.hidingCodes");
  const language = useLocale();
  return (
    <Panel className="border-dashed px-4 py-5 sm:px-7">
      <p className="mb-2">
        <Plate number={letter.number} />
      </p>
      <h1 className="text-xl">{t("title")}</h1>
      <DefinitionList
        className="mt-3"
        rows={[
          { term: t("reason"), words: codes(letter.code as "personal") },
          ...(letter.office ? [{ term: t("office"), words: named(language, letter.office) }] : []),
          { term: t("at"), words: <When at={letter.at} /> },
        ]}
      />
      <p className="mt-3 text-ink-2">{t("contest")}</p>
      <p>
        <A href="/log">{t("log")}</A>
      </p>
    </Panel>
  );
}

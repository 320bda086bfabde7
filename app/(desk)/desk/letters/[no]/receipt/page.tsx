import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { dayWords } from "#components/letters/date-words.ts";
import { Plate } from "#components/letters/plate.tsx";
import { PrintButton } from "#components/letters/print-button.tsx";
import { named, titled } from "#components/people/named.ts";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { When } from "#components/ui/when.tsx";
import { db } from "#db/client.ts";
import { nowAt } from "#domain/calendar/now.ts";
import { expectedDates } from "#domain/letters/expected-dates.ts";
import { readLetterFor } from "#domain/letters/read-letter-for.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("enter"))("receipt.title") };
}

/** What the person takes along: the number, who has it, until when, and where to ask. Nobody else's, and not for others. */
export default async function EnteredReceipt({ params }: PageProps<"/desk/letters/[no]/receipt">) {
  const { no } = await params;
  const actor = await requireSignedIn(`/desk/letters/${no}/receipt`);
  const at = await now();
  const letter = await readLetterFor(db, actor, no, at);
  if (!letter?.entered) notFound();
  const [t, calendar, language, dates] = await Promise.all([
    getTranslations("enter.receipt"),
    getTranslations("calendar"),
    getLocale(),
    expectedDates(db, letter.kind, nowAt(letter.sentAt, at.calendar)),
  ]);
  const { leader, office } = letter.mailbox;
  return (
    <main id="main" tabIndex={-1} className="w-full min-w-0 max-w-[46rem] px-4 pt-3 pb-10 lg:px-6">
      <Panel kind="ok" className="sm:px-7 sm:py-6">
        <h1>{t("title")}</h1>
        <p className="mt-3">
          <Plate number={letter.number} size="big" />
        </p>
        <p className="mt-3 font-song text-lg">{letter.title}</p>
        <DefinitionList
          className="mt-3"
          rows={[
            { term: t("at"), words: <When at={letter.sentAt} /> },
            { term: t("to"), words: leader ? titled(language, leader) : named(language, office) },
            { term: t("accept"), words: t("by", { date: dayWords(calendar, dates.accept.by) }) },
            { term: t("finish"), words: t("by", { date: dayWords(calendar, dates.finish.by) }) },
          ]}
        />
        <p className="mt-3">{t("follow", { address: `${process.env.PUBLIC_URL ?? ""}/letters/${letter.number}` })}</p>
        <p className="text-ink-2">{t("callBack")}</p>
      </Panel>
      <p className="unprinted mt-5 flex flex-wrap gap-3">
        <LinkButton href={`/desk/letters/${letter.number}`} kind="go">
          {t("see")}
        </LinkButton>
        <PrintButton words={t("print")} />
        <LinkButton href="/desk/enter">{t("another")}</LinkButton>
      </p>
    </main>
  );
}

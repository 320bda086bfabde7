import { useTranslations } from "next-intl";
import { dayWords } from "#components/letters/date-words.ts";
import { LampShape } from "#components/letters/lamp.tsx";
import { Plate } from "#components/letters/plate.tsx";
import { PrintButton } from "#components/letters/print-button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Section } from "#components/ui/section.tsx";
import { partsOf } from "#domain/calendar/civil-date.ts";
import type { ExpectedDates } from "#domain/letters/expected-dates.ts";

interface ReceiptProps {
  number: string;
  /** Null when its half hour is over. */
  code: string | null;
  /** An SVG of our own making. */
  qr: string;
}

/** Two lines to be copied or photographed, and a QR code that leads back here. */
export function Receipt({ number, code, qr }: ReceiptProps) {
  const t = useTranslations("write.receipt");
  return (
    <Panel kind="ok" className="sm:px-7 sm:py-6">
      <h1 className="flex items-center gap-3">
        <LampShape lamp="met" className="size-9" />
        {t("title")}
      </h1>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] items-end gap-x-6 gap-y-4 sm:grid-cols-[minmax(0,1fr)_8.5rem]">
        <dl>
          <dt className="text-[1rem] font-normal text-ink-2">{t("number")}</dt>
          <dd>
            <Plate number={number} size="big" />
          </dd>
          {code && (
            <>
              <dt className="mt-3 text-[1rem] font-normal text-ink-2">{t("code")}</dt>
              <dd className="font-mono text-2xl font-semibold tracking-wider">
                {code.slice(0, 4)} {code.slice(4)}
              </dd>
            </>
          )}
        </dl>
        <figure className="flex items-center gap-4 text-sm text-ink-2 sm:block sm:text-center">
          <span
            role="img"
            aria-label={t("qr")}
            className="block size-28 flex-none border border-rule bg-[#fff] sm:size-34"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us from an address of ours
            dangerouslySetInnerHTML={{ __html: qr }}
          />
          <figcaption>{t("scan")}</figcaption>
        </figure>
      </div>
      <p className="mt-4">{code ? t("keep") : t("gone")}</p>
      {code && <p className="text-sm text-ink-2">{t("once")}</p>}
    </Panel>
  );
}

/** What happens next, each with its day. */
export function NextDates({ number, dates }: { number: string; dates: ExpectedDates }) {
  const t = useTranslations("write.receipt");
  const day = useTranslations("calendar");
  const term = ({ unit, length }: ExpectedDates["judging"]) => day(`term.${unit}`, { n: length });
  const by = ({ by: date, provisional }: ExpectedDates["accept"]) =>
    t("by", { date: provisional ? day("expected", { date: dayWords(day, date) }) : dayWords(day, date) });
  const weekday = (date: ExpectedDates["accept"]["by"]) => day(`weekday.${partsOf(date).weekday}`);
  const { accept, finish, judging } = dates;
  const rows = [
    {
      when: by(accept),
      how: t("withTerm", { weekday: weekday(accept.by), term: term(accept.term) }),
      words: t("accept"),
    },
    {
      when: by(finish),
      how: t("withLatest", { weekday: weekday(finish.by) }),
      words: t("finish", { term: term(finish.term) }),
    },
    { when: t("after", { n: judging.length }), how: t("judge"), words: t("judging") },
  ];
  return (
    <Section title={t("next")}>
      <ol>
        {rows.map(({ when, how, words }) => (
          <li key={when} className="grid gap-x-5 border-b border-rule py-3 leading-relaxed sm:grid-cols-[9.5rem_1fr]">
            <p className="flex items-baseline gap-2 sm:block">
              <b className="block">{when}</b>
              <span className="text-sm text-ink-2">{how}</span>
            </p>
            <p>{words}</p>
          </li>
        ))}
      </ol>
      <p className="unprinted mt-5 flex flex-wrap gap-3">
        <LinkButton href={`/letters/${number}/act`} kind="go">
          {t("see")}
        </LinkButton>
        <PrintButton words={t("print")} />
      </p>
    </Section>
  );
}

export function WhileWaiting({ urgeEvery }: { urgeEvery: number }) {
  const t = useTranslations("write.receipt");
  return (
    <Section title={t("meanwhile")} rule="above" className="unprinted">
      <DefinitionList
        rows={[
          { term: t("supply"), words: t("supplyWords") },
          { term: t("urge"), words: t("urgeWords", { n: urgeEvery }) },
          { term: t("withdraw"), words: t("withdrawWords") },
        ]}
      />
    </Section>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { usePeriodWords } from "#components/assessment/period-words.ts";
import { BandTag, ScoreWords } from "#components/assessment/score-words.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { named } from "#components/people/named.ts";
import type { OpenReport } from "#domain/assessment/read-reports.ts";
import { civilDateOf } from "#domain/calendar/civil-date.ts";

/** 通报: the report as an official paper, red rule and Song type, to be printed and posted up. */
export function Bulletin({ report }: { report: OpenReport }) {
  const t = useTranslations("assessment.bulletin");
  const words = usePeriodWords();
  const calendar = useTranslations("calendar");
  const { period, version, rows, exclusions, contests, formula } = report;
  return (
    <article className="border border-rule bg-card px-4 pt-6 pb-8 font-song text-lg leading-[1.85] sm:px-10 print:border-0 print:p-0">
      <p className="text-center text-2xl font-semibold tracking-[.16em] text-seal">{t("head")}</p>
      <p className="seal-rule pb-2 text-center text-base">{t("number", { period: words(period), n: version })}</p>
      <h1 className="mt-6 mb-4 text-center font-song text-2xl">{t("title", { period: words(period) })}</h1>
      <p className="indent-8">
        {t("opening", {
          from: dayWords(calendar, report.from, "plain"),
          to: dayWords(calendar, report.to, "plain"),
          asOf: dayWords(calendar, report.asOf, "plain"),
          offices: rows.length,
        })}
      </p>
      <Scores report={report} />
      <p className="mt-4 indent-8">
        {t("reckoned", { n: formula.version, minimum: formula.minimum })}
        {t("left", { n: exclusions.length })}
        {t("contested", { n: contests.length })}
      </p>
      <p className="mt-6 text-end">
        {t("signed")}
        <br />
        {dayWords(calendar, civilDateOf(report.frozenAt), "plain")}
      </p>
    </article>
  );
}

function Scores({ report }: { report: OpenReport }) {
  const t = useTranslations("assessment");
  const language = useLocale();
  const head = ["office", "received", "answered", "judged", "solved", "score", "band"] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the table is wider than the paper; keys must reach its end
    <section tabIndex={0} aria-label={t("bulletin.caption")} className="mt-4 overflow-x-auto">
      <table className="w-full border-collapse text-base leading-normal [&_:is(th,td)]:border [&_:is(th,td)]:border-control [&_:is(th,td)]:px-2 [&_:is(th,td)]:py-1.5">
        <caption className="sr-only">{t("bulletin.caption")}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.office.slug}>
              <th scope="row" className="text-start font-normal">
                {named(language, row.office)}
              </th>
              {(["received", "answered", "judged", "solved"] as const).map((name) => (
                <td key={name} className="text-end tabular-nums">
                  {row[name]}
                </td>
              ))}
              <td>
                <ScoreWords row={row} />
              </td>
              <td>
                <BandTag row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

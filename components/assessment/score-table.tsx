import { useLocale, useTranslations } from "next-intl";
import { BandTag, IntervalBar, ScoreWords } from "#components/assessment/score-words.tsx";
import { named } from "#components/people/named.ts";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { A } from "#components/ui/link.tsx";
import type { OfficeScore, OpenReport } from "#domain/assessment/read-reports.ts";

/** Every office with what its score is made of. In the order of the offices: an interval is no rank. */
export function ScoreTable({ report, caption }: { report: OpenReport; caption: string }) {
  const t = useTranslations("assessment.table");
  const language = useLocale();
  const columns = ["office", "score", "band", "response", "solved", "satisfaction", "deducted", "judged"] as const;
  const numeric: readonly string[] = ["response", "solved", "satisfaction", "judged"];
  return (
    <DataTable caption={caption} columns={columns.map((name) => ({ words: t(name), numeric: numeric.includes(name) }))}>
      {report.rows.map((row) => (
        <tr key={row.office.slug}>
          <Cell head>
            <A href={`/offices/${row.office.slug}`}>{named(language, row.office)}</A>
          </Cell>
          <Cell label={t("score")}>
            <span className="grid gap-0.5">
              <ScoreWords row={row} />
              <IntervalBar row={row} />
            </span>
          </Cell>
          <Cell label={t("band")}>
            <BandTag row={row} />
          </Cell>
          <Share label={t("response")} of={row.answered} among={row.received} />
          <Share label={t("solved")} of={row.solved} among={row.judged} />
          <Share label={t("satisfaction")} of={satisfied(row)} among={row.judged} />
          <Cell label={t("deducted")}>
            <Deductions row={row} />
          </Cell>
          <Cell label={t("judged")} numeric>
            {row.judged}
            {row.calledBack > 0 && <small className="block text-ink-2">{t("calledBack", { n: row.calledBack })}</small>}
          </Cell>
        </tr>
      ))}
    </DataTable>
  );
}

const satisfied = ({ verySatisfied, satisfied: content, acceptable }: OfficeScore) =>
  Math.round((verySatisfied + content + 0.9 * acceptable) * 10) / 10;

/** A share is never told without the two counts it is made of. */
function Share({ label, of, among }: { label: string; of: number; among: number }) {
  const t = useTranslations("assessment.table");
  const percent = new Intl.NumberFormat(useLocale(), { style: "percent", maximumFractionDigits: 1 });
  return (
    <Cell label={label} numeric>
      {among === 0 ? <span className="text-ink-2">{t("noData")}</span> : percent.format(of / among)}
      {among > 0 && (
        <small className="block text-ink-2 tabular-nums">
          {of} ÷ {among}
        </small>
      )}
    </Cell>
  );
}

const deducted = ["yellow", "red", "orders", "upheld", "broken"] as const;

function Deductions({ row }: { row: OfficeScore }) {
  const t = useTranslations("assessment.table");
  const some = deducted.filter((name) => row[name] > 0);
  if (some.length === 0) return <span className="text-ink-2">{t("none")}</span>;
  return some.map((name) => t(`deductions.${name}`, { n: row[name] })).join(t("list"));
}

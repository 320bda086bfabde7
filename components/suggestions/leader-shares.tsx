import { useLocale, useTranslations } from "next-intl";
import { titled } from "#components/people/named.ts";
import { useNumbers } from "#components/statistics/numbers.ts";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { A } from "#components/ui/link.tsx";
import type { LeaderShare } from "#domain/suggestions/leader-shares.ts";

/** 采纳率, leader by leader: what was divided by what, and how it is meant. */
export function LeaderShares({ shares }: { shares: readonly LeaderShare[] }) {
  const t = useTranslations("suggestions.shares");
  const language = useLocale();
  const { percent, fraction } = useNumbers();
  return (
    <>
      <p className="my-2 max-w-measure text-sm leading-relaxed text-ink-2">{t("definition")}</p>
      <DataTable
        caption={t("title")}
        columns={[
          { words: t("leader") },
          { words: t("adopted"), numeric: true },
          { words: t("partly"), numeric: true },
          { words: t("decided"), numeric: true },
          { words: t("share"), numeric: true },
        ]}
      >
        {shares.map(({ leader, adopted, partly, decided }) => (
          <tr key={leader.handle}>
            <Cell head>
              <A href={`/suggestions?leader=${leader.handle}`}>{titled(language, leader)}</A>
            </Cell>
            <Cell numeric label={t("adopted")}>
              {adopted}
            </Cell>
            <Cell numeric label={t("partly")}>
              {partly}
            </Cell>
            <Cell numeric label={t("decided")}>
              {decided}
            </Cell>
            <Cell numeric label={t("share")}>
              <b>{percent((adopted + partly) / decided)}</b>{" "}
              <span className="text-ink-2">{fraction(adopted + partly, decided)}</span>
            </Cell>
          </tr>
        ))}
      </DataTable>
    </>
  );
}

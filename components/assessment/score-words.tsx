import { useLocale, useTranslations } from "next-intl";
import { Tag, type TagKind } from "#components/ui/tag.tsx";
import type { Score } from "#domain/assessment/score.ts";

const kinds = { excellent: "ok", good: "ok", pass: "warn", fail: "danger" } as const satisfies Record<string, TagKind>;

/** The band, or why there is none. */
export function BandTag({ row: { band, score } }: { row: Score }) {
  const t = useTranslations("assessment.bands");
  if (band) return <Tag kind={kinds[band]}>{t(band)}</Tag>;
  return <Tag>{t(score === null ? "noData" : "few")}</Tag>;
}

/** 85.32（79.10–90.04）: never without its interval. */
export function ScoreWords({ row: { score, low, high } }: { row: Score }) {
  const t = useTranslations("assessment.bands");
  const number = new Intl.NumberFormat(useLocale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (score === null || low === null || high === null) return <span className="text-ink-2">{t("noData")}</span>;
  return (
    <span className="whitespace-nowrap tabular-nums">
      <b className="text-base">{number.format(score)}</b>{" "}
      <span className="text-ink-2">{t("interval", { low: number.format(low), high: number.format(high) })}</span>
    </span>
  );
}

const width = 100;

/** Where the score lies between nought and a hundred, and how far the interval reaches; the numbers stand beside it. */
export function IntervalBar({ row: { score, low, high } }: { row: Score }) {
  if (score === null || low === null || high === null) return null;
  const at = (value: number) => Math.min(width, Math.max(0, value));
  return (
    <svg viewBox={`-2 0 ${width + 4} 12`} aria-hidden="true" className="h-3 w-28 text-ink">
      <line x1="0" x2={width} y1="6" y2="6" className="stroke-rule" strokeWidth="1" />
      <line x1={at(low)} x2={at(high)} y1="6" y2="6" className="stroke-brand" strokeWidth="4" />
      <line x1={at(score)} x2={at(score)} y1="1" y2="11" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}

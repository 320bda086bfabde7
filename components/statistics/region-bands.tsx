import { useTranslations } from "next-intl";
import { IntervalMark } from "#components/charts/interval-mark.tsx";
import { useNumbers } from "#components/statistics/numbers.ts";
import { useRegionName } from "#components/statistics/region-figures.tsx";
import { wilsonInterval } from "#domain/statistics/rates.ts";
import type { RegionRow } from "#domain/statistics/read-statistics.ts";

/** Fewer letters say too little to be put anywhere. */
const fewest = 20;

const bands = [
  { name: "high", from: 0.98, below: 2 },
  { name: "middle", from: 0.95, below: 0.98 },
  { name: "low", from: 0, below: 0.95 },
] as const;

/** Places in bands with their intervals, never in ranks: a hundredth of a percent is nobody's merit. */
export function RegionBands({ rows }: { rows: readonly RegionRow[] }) {
  const t = useTranslations("statistics.bands");
  const many = rows.filter(({ figures }) => figures.received >= fewest);
  const few = rows.filter(({ figures }) => figures.received < fewest);
  const from = axisFrom(many);
  const share = (n: number) => `${Math.round(n * 100)}%`;
  return (
    <>
      <div className="border border-t-0 border-rule bg-card">
        {bands.map((band) => (
          <Band
            key={band.name}
            title={t(band.name)}
            rows={many.filter(({ figures }) => isIn(figures, band))}
            from={from}
          />
        ))}
        {few.length > 0 && <Band title={t("few")} rows={few} from={null} />}
      </div>
      <p className="mt-2 text-sm text-ink-2">{t("note", { from: share(from) })}</p>
    </>
  );
}

const isIn = ({ answered, received }: RegionRow["figures"], { from, below }: (typeof bands)[number]) =>
  answered / received >= from && answered / received < below;

/** From the twentieth below the least of the intervals on. */
function axisFrom(rows: readonly RegionRow[]): number {
  const lows = rows.map(({ figures }) => wilsonInterval(figures.answered, figures.received)!.low);
  return Math.max(0, Math.floor(Math.min(0.98, ...lows) * 20 - 0.001) / 20);
}

/** `from`: where the axis begins; null where there is too little for an interval. */
function Band({ title, rows, from }: { title: string; rows: readonly RegionRow[]; from: number | null }) {
  const t = useTranslations("statistics.bands");
  return (
    <section className="border-t border-rule-strong first:border-0 md:grid md:grid-cols-[9.5rem_minmax(0,1fr)]">
      <div className="border-b border-rule bg-paper px-4 py-2.5 leading-snug md:border-e md:border-b-0">
        <h3 className="inline text-lg md:block">{title}</h3>{" "}
        <span className="text-sm text-ink-2">{t("count", { n: rows.length })}</span>
      </div>
      {rows.length === 0 ? (
        <p className="px-4 py-3 text-ink-2">{t("none")}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <Place key={row.slug} row={row} from={from} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Place({ row, from }: { row: RegionRow; from: number | null }) {
  const t = useTranslations("statistics.bands");
  const name = useRegionName();
  const { percent, fraction } = useNumbers();
  const { answered, received } = row.figures;
  const interval = wilsonInterval(answered, received)!;
  const between = { low: percent(interval.low), high: percent(interval.high) };
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-b border-rule px-4 py-2.5 text-[1rem] leading-snug last:border-0 md:grid-cols-[minmax(0,1.2fr)_5.5rem_minmax(0,1.6fr)]">
      <p>
        <b>{name(row)}</b>
        <span className="block text-sm text-ink-2 tabular-nums">{fraction(answered, received)}</span>
      </p>
      <p className="font-semibold tabular-nums">{percent(answered / received)}</p>
      <div className="col-span-2 text-sm text-ink-2 tabular-nums md:col-span-1">
        {from === null ? (
          t("fewWhy")
        ) : (
          <>
            <IntervalMark share={answered / received} interval={interval} from={from} />
            <span className="sr-only">{t("interval")}</span> {t("between", between)}
          </>
        )}
      </div>
    </li>
  );
}

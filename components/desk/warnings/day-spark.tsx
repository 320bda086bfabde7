import { useLocale, useTranslations } from "next-intl";
import { whenWords } from "#components/ui/when-words.ts";
import type { Warning } from "#domain/concerns/list-warnings.ts";
import { recentDays } from "#domain/concerns/surge.ts";

const step = 16;
const height = 48;

/** Two weeks, a column a day; the days that are held against the weeks before are filled, the others outlined. */
export function DaySpark({ days }: Pick<Warning, "days">) {
  const t = useTranslations("warnings");
  const language = useLocale();
  const most = Math.max(1, ...days.map(({ n }) => n));
  const told = days.filter(({ n }) => n > 0).map(({ on, n }) => t("dayCount", { day: dayOf(on, language), n }));
  return (
    <figure>
      <svg
        role="img"
        aria-label={t("days", { days: told.join(t("and")) })}
        viewBox={`0 0 ${days.length * step} ${height + 2}`}
        className="block h-auto w-56 max-w-full"
      >
        <path d={`M0 ${height}H${days.length * step}`} stroke="var(--control)" />
        {days.map(({ on, n }, place) => (
          <rect
            key={on}
            x={place * step + 2}
            width={step - 4}
            y={height - (height - 4) * (n / most)}
            height={(height - 4) * (n / most)}
            stroke="var(--brand)"
            fill={place >= days.length - recentDays ? "var(--brand)" : "var(--card)"}
          />
        ))}
      </svg>
      <figcaption className="text-sm text-ink-2">
        {dayOf(days[0]!.on, language)} – {dayOf(days.at(-1)!.on, language)}
      </figcaption>
    </figure>
  );
}

const dayOf = (on: string, language: "zh-CN" | "en") =>
  whenWords({ on, short: true }, language).replace(/（.*）$|^\w+ /u, "");

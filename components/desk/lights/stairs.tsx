import { useTranslations } from "next-intl";
import { withQuery } from "#components/ui/address.ts";
import { classes } from "#components/ui/classes.ts";
import { Count } from "#components/ui/count.tsx";
import { A } from "#components/ui/link.tsx";
import { isAutomatic, levels } from "#domain/supervision/ladder.ts";

/** Each step stands a little higher; a class each, since pages carry no style attributes. */
const heights = ["md:h-18", "md:h-21", "md:h-24", "md:h-27", "md:h-30", "md:h-33"];

/** The ladder as stairs: how many orders stand on each step; each number opens them. */
export function Stairs({ counts }: { counts: Record<(typeof levels)[number], number> }) {
  const t = useTranslations("lights.stairs");
  const names = useTranslations("orders.levels");
  return (
    <section className="mb-4 border border-rule bg-card px-4 pt-3 pb-3 md:grid md:grid-cols-[10rem_minmax(0,1fr)] md:gap-4 md:pb-0">
      <div>
        <h2 className="text-base">{t("title")}</h2>
        <p className="text-sm text-ink-2">{t("how")}</p>
      </div>
      <ol className="mt-2 grid grid-cols-2 gap-y-2 sm:grid-cols-3 md:mt-0 md:grid-cols-6 md:items-end">
        {levels.map((level, place) => (
          <li
            key={level}
            className={classes(
              "border-s border-t-[3px] border-s-brand ps-2.5 pe-1",
              isAutomatic(level) ? "border-t-brand" : "border-t-brand border-dashed",
              heights[place],
            )}
          >
            <p className="flex flex-wrap items-baseline gap-x-2">
              <Standing level={level} n={counts[level]} words={t("opens", { level: names(level), n: counts[level] })} />
              <b>{names(level)}</b>
            </p>
            <p className="pb-1 text-sm text-ink-2">{t(`calls.${level}`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Nought is muted and opens nothing. */
function Standing({ level, n, words }: { level: string; n: number; words: string }) {
  if (n === 0) return <span className="text-xl text-ink-2">0</span>;
  return (
    <A href={withQuery("/desk/orders", { level })} aria-label={words} className="text-xl font-semibold">
      <Count of={n} />
    </A>
  );
}

import { useTranslations } from "next-intl";
import { type Fill, FillKey } from "#components/charts/fills.tsx";
import { Stack } from "#components/charts/stack.tsx";
import { lettersBehind, statisticsOf } from "#components/statistics/address.ts";
import { useNumbers } from "#components/statistics/numbers.ts";
import { A } from "#components/ui/link.tsx";
import type { Figures } from "#domain/statistics/figures.ts";
import type { Row } from "#domain/statistics/read-statistics.ts";
import type { Scope } from "#domain/statistics/scope.ts";

interface OutcomesProps {
  total: Figures;
  mailboxes: number;
  levels: readonly Row[];
  scope: Scope;
}

/** What became of all letters: on time, late, never; each number leads to its letters. */
export function Outcomes({ total, mailboxes, levels, scope }: OutcomesProps) {
  const t = useTranslations("statistics.outcomes");
  const { count } = useNumbers();
  const { received, refused, withdrawn } = total;
  const narrowed = Boolean(scope.mailbox ?? scope.leader ?? scope.office ?? scope.level);
  const parts = outcomesOf(total);
  const [onTime, late, never] = parts.map(({ value }) => value) as [number, number, number];
  return (
    <div className="border border-t-0 border-rule bg-card px-4 py-4 sm:px-5">
      <p className="leading-snug">
        {t.rich(narrowed ? "receivedThere" : "received", {
          n: received,
          mailboxes,
          b: (words) => <b className="text-3xl tabular-nums">{words}</b>,
        })}
      </p>
      {!narrowed && <Levels levels={levels} scope={scope} />}
      <Stack parts={parts} words={t("label", { onTime, late, never })} />
      <ul className="mt-3 grid gap-3 sm:grid-cols-3">
        {parts.map(({ what, fill, value }) => (
          <li key={what} className="flex gap-2.5">
            <FillKey fill={fill} />
            <p className="leading-snug">
              {t(what)}
              <br className="hidden sm:inline" />{" "}
              <A href={lettersBehind(scope, what)} className="text-lg font-semibold tabular-nums">
                {count(value)}
              </A>{" "}
              <span className="text-sm text-ink-2 sm:block">
                {t("perThousand", { n: Math.round((value / received) * 1000) })}
              </span>
            </p>
          </li>
        ))}
      </ul>
      {refused + withdrawn > 0 && <p className="mt-3 text-sm text-ink-2">{t("refused", { refused, withdrawn })}</p>}
    </div>
  );
}

function Levels({ levels, scope }: Pick<OutcomesProps, "levels" | "scope">) {
  const t = useTranslations("statistics.breakdown.levels");
  const { count } = useNumbers();
  return (
    <ul className="flex flex-wrap gap-x-6 text-[1rem]">
      {levels.map(({ slug, figures: { received } }) => (
        <li key={slug}>
          {t(slug as "city")}{" "}
          <A href={statisticsOf({ ...scope, level: slug as "city" })} className="font-semibold tabular-nums">
            {count(received)}
          </A>
        </li>
      ))}
    </ul>
  );
}

/** The three outcomes, that together are all letters received. */
export function outcomesOf({ received, answered, onTime }: Figures) {
  const of = (what: "onTime" | "late" | "never", fill: Fill, value: number) => ({ what, fill, value });
  return [
    of("onTime", "solid", onTime),
    of("late", "hatched", answered - onTime),
    of("never", "blank", received - answered),
  ];
}

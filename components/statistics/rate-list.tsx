import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { lettersBehind } from "#components/statistics/address.ts";
import { useNumbers } from "#components/statistics/numbers.ts";
import { A } from "#components/ui/link.tsx";
import type { Figures } from "#domain/statistics/figures.ts";
import type { Behind } from "#domain/statistics/list-letters-behind.ts";
import { type Rate, type RateName, weightedAttitude, weightedSpeed } from "#domain/statistics/rates.ts";
import type { Scope } from "#domain/statistics/scope.ts";

interface RateListProps {
  rates: readonly Rate[];
  total: Figures;
  medianDays: number | null;
  scope: Scope;
}

/** Which letters stand behind a rate: those of its numerator. */
const behind: Record<RateName, { what: Behind; kind?: "suggestion" }> = {
  answered: { what: "answered" },
  onTime: { what: "onTime" },
  onTimeOfAnswered: { what: "onTime" },
  suggestions: { what: "received", kind: "suggestion" },
  personally: { what: "personally" },
  solved: { what: "solved" },
  satisfied: { what: "judged" },
  unrated: { what: "unrated" },
  reopened: { what: "reopened" },
  merged: { what: "merged" },
};

/** Every rate with what it was divided of, its definition, and the way to its letters. */
export function RateList({ rates, total, medianDays, scope }: RateListProps) {
  const t = useTranslations("statistics.rates");
  const { percent, fraction } = useNumbers();
  const shown = rates.filter(({ name }) => name !== "suggestions" || !scope.kind);
  return (
    <ul className="border border-t-0 border-rule bg-card">
      {shown.map(({ name, numerator, denominator }) => (
        <Line
          key={name}
          name={name}
          value={denominator > 0 ? percent(numerator / denominator) : null}
          parts={denominator > 0 ? fraction(numerator, denominator) : null}
          href={denominator > 0 ? lettersBehind({ ...scope, ...kindOf(name) }, behind[name].what) : null}
        >
          <More name={name} total={total} />
        </Line>
      ))}
      <Line name="median" value={medianDays === null ? null : t("median.value", { n: medianDays })} />
      <Line
        name="hops"
        value={t("hops.value", { n: total.hops })}
        href={total.hops > 0 ? lettersBehind(scope, "hops") : null}
      />
    </ul>
  );
}

const kindOf = (name: RateName) => (behind[name].kind ? { kind: behind[name].kind } : {});

interface LineProps {
  name: RateName | "median" | "hops";
  /** Null: there is nothing to divide by. */
  value: string | null;
  parts?: string | null;
  href?: string | null;
  children?: ReactNode;
}

function Line({ name, value, parts = null, href = null, children }: LineProps) {
  const t = useTranslations("statistics.rates");
  return (
    <li className="grid grid-cols-[1fr_auto] items-baseline gap-x-5 gap-y-0.5 border-t border-rule px-4 py-3 first:border-0 md:grid-cols-[10rem_7rem_minmax(0,1fr)_auto]">
      <h3 className="text-base leading-normal">
        {t(`${name}.name`)}
        {t.has(`${name}.beside` as "onTime.beside") && (
          <small className="block font-normal text-ink-2">{t(`${name}.beside` as "onTime.beside")}</small>
        )}
      </h3>
      <p
        className={value === null ? "text-end text-ink-2" : "text-end text-xl leading-snug font-semibold tabular-nums"}
      >
        {value ?? t("noData")}
      </p>
      <div className="col-span-2 text-[1rem] leading-normal md:col-span-1">
        {parts && <p className="font-semibold tabular-nums">{parts}</p>}
        <p className="text-sm text-ink-2">{t(`${name}.definition`)}</p>
        {value !== null && children}
      </div>
      {href ? (
        <A
          href={href}
          aria-label={t("lettersOf", { name: t(`${name}.name`) })}
          className="text-[1rem] whitespace-nowrap"
        >
          {t("letters")}
        </A>
      ) : (
        <span />
      )}
    </li>
  );
}

/** What a rate of verdicts was summed of. */
function More({ name, total }: { name: RateName; total: Figures }) {
  const t = useTranslations("statistics.rates");
  const { count, percent } = useNumbers();
  const { judged, partly, unsolved } = total;
  if (name === "solved") return <p className="text-sm text-ink-2">{t("partly", { partly, unsolved })}</p>;
  if (name !== "satisfied" || judged === 0) return null;
  const attitude = {
    very: total.verySatisfied,
    satisfied: total.satisfied,
    acceptable: total.acceptable,
    dissatisfied: total.dissatisfied,
    worst: total.veryDissatisfied,
    sum: count(weightedAttitude(total)),
  };
  const speed = {
    very: total.speedVerySatisfied,
    satisfied: total.speedSatisfied,
    acceptable: total.speedAcceptable,
    dissatisfied: total.speedDissatisfied,
    worst: total.speedVeryDissatisfied,
    sum: count(weightedSpeed(total)),
    share: percent(weightedSpeed(total) / judged),
  };
  return (
    <>
      <p className="text-sm text-ink-2">{t("attitude", attitude)}</p>
      <p className="text-sm text-ink-2">{t("speed", speed)}</p>
    </>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownAppeal } from "#domain/appeals/shown.ts";

type Sums = Pick<
  ShownAppeal,
  "goal" | "pledged" | "handedOver" | "pledgers" | "pledges" | "hiddenPledges" | "handOvers"
>;

const width = 600;
const height = 30;
const top = 10;
const stroke = 7;

/** Solid what was handed over, striped what is promised beyond it, blank what is missing; a flag where the goal is. */
export function ProgressBar({ appeal: { goal, pledged, handedOver } }: { appeal: Sums }) {
  const t = useTranslations("appeals");
  const whole = Math.max(goal ?? 0, pledged, handedOver);
  if (whole === 0) return null;
  const x = (yuan: number) => Math.round((width * yuan) / whole);
  const [solid, striped] = [x(handedOver), Math.max(x(pledged), x(handedOver))];
  const stripes = Array.from(
    { length: Math.floor((striped - solid) / stroke) },
    (_, n) => `M${solid + (n + 0.5) * stroke} ${top}V${height}`,
  );
  const words = { goal: goal === null ? t("noGoal") : t("goalOf", { n: goal }), pledged, handedOver };
  return (
    <svg
      role="img"
      aria-label={t("bar", words)}
      viewBox={`-1 0 ${width + 2} ${height + 2}`}
      className="block h-auto w-full"
    >
      <rect x="0" y={top} width={width} height={height - top} fill="var(--card)" />
      <path d={stripes.join("")} stroke="var(--brand)" strokeWidth="3" />
      <rect x="0" y={top} width={solid} height={height - top} fill="var(--brand)" />
      {striped > solid && (
        <rect x={solid} y={top} width={striped - solid} height={height - top} fill="none" stroke="var(--brand)" />
      )}
      <rect x="0" y={top} width={width} height={height - top} fill="none" stroke="var(--ink)" strokeWidth="1.5" />
      {goal !== null && <Flag at={x(goal)} />}
    </svg>
  );
}

function Flag({ at }: { at: number }) {
  const left = at > width - 12;
  return (
    <>
      <path d={`M${at} 0V${height}`} stroke="var(--ink)" strokeWidth="2.5" />
      <path
        d={`M${at} 0h${left ? -12 : 12}l${left ? 4 : -4} 4l${left ? -4 : 4} 4h${left ? 12 : -12}z`}
        fill="var(--ink)"
      />
    </>
  );
}

/** The same in numbers: beyond a hundred per cent where more came, and in words where nobody counted. */
export function ProgressTable({ appeal }: { appeal: Sums }) {
  const t = useTranslations("appeals");
  const { goal, pledged, handedOver, pledgers, pledges, hiddenPledges, handOvers } = appeal;
  const share = (yuan: number) => (goal === null ? t("noShare") : t("percent", { n: percentOf(yuan, goal) }));
  return (
    <table className="mt-2 w-full border-t border-rule text-base leading-normal tabular-nums">
      <caption className="sr-only">{t("progress")}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("of")}</th>
          <th scope="col">{t("amount")}</th>
          <th scope="col">{t("share")}</th>
        </tr>
      </thead>
      <tbody>
        <Row name={t("goal")} amount={goal === null ? t("noMoney") : t("yuan", { n: goal })} share={null} />
        <Row
          name={t("pledged")}
          amount={t("yuan", { n: pledged })}
          share={share(pledged)}
          detail={[
            ...(pledges > 0 ? [t("pledgers", { people: pledgers, pledges })] : []),
            ...(hiddenPledges > 0 ? [t("hidden", { n: hiddenPledges })] : []),
          ].join(" · ")}
        />
        <Row
          name={t("handedOver")}
          amount={<HandedOver appeal={appeal} />}
          share={handedOver > 0 ? share(handedOver) : null}
          detail={handOvers.length > 0 ? t("times", { n: handOvers.length }) : ""}
        />
      </tbody>
    </table>
  );
}

export const percentOf = (yuan: number, goal: number) => Math.floor((100 * yuan) / goal);

/** What was told in words stands as it was told, beside the sum of what was counted. */
function HandedOver({ appeal: { handedOver, handOvers } }: { appeal: Sums }) {
  const t = useTranslations("appeals");
  const words = handOvers.flatMap(({ amountWords }) => amountWords ?? []).join("、");
  if (words === "") return handedOver === 0 ? t("nothingYet") : t("yuan", { n: handedOver });
  if (handedOver === 0) return t("inWords", { words });
  return (
    <>
      {t("yuan", { n: handedOver })} <small>{t("plusWords", { words })}</small>
    </>
  );
}

interface RowProps {
  name: string;
  amount: ReactNode;
  share: string | null;
  detail?: string;
}

function Row({ name, amount, share, detail }: RowProps) {
  return (
    <tr className="border-b border-rule align-baseline">
      <th scope="row" className="w-24 py-1.5 pe-3 text-start font-normal text-ink-2">
        {name}
      </th>
      <td className="py-1.5" colSpan={share === null ? 2 : 1}>
        <b>{amount}</b>
        {detail && <small className="block text-ink-2 sm:ms-3 sm:inline">{detail}</small>}
      </td>
      {share !== null && <td className="w-16 py-1.5 ps-3 text-end">{share}</td>}
    </tr>
  );
}

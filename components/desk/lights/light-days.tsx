import { useTranslations } from "next-intl";
import { fills, order } from "#components/desk/lights/shares.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Section } from "#components/ui/section.tsx";
import type { LightDay } from "#domain/supervision/light-days.ts";

const height = 120;
const wide = 20;
const inHand = (day: LightDay) => order.reduce((sum, lamp) => sum + day[lamp], 0);

/** How the lights stood as each of the last days began: drawn, and as a table. */
export function LightDays({ days }: { days: readonly LightDay[] }) {
  const t = useTranslations("lights.days");
  const calendar = useTranslations("calendar");
  const [first, last] = [days[0], days.at(-1)];
  return (
    <Section title={t("title")}>
      {!first || !last ? (
        <p className="py-3 text-ink-2">{t("none")}</p>
      ) : (
        <>
          <Chart
            days={days}
            words={t("chart", {
              from: dayWords(calendar, first.day),
              until: dayWords(calendar, last.day),
              most: Math.max(...days.map(({ red }) => red)),
            })}
          />
          <p className="mt-1 max-w-none text-sm text-ink-2">{t("key")}</p>
          <Disclosure summary={t("table")} className="text-sm">
            <Table days={days} />
          </Disclosure>
        </>
      )}
    </Section>
  );
}

function Chart({ days, words }: { days: readonly LightDay[]; words: string }) {
  const calendar = useTranslations("calendar");
  const most = Math.max(...days.map(inHand), 1);
  const width = Math.max(days.length, 10) * wide;
  return (
    <div className="mt-3">
      <svg
        role="img"
        aria-label={words}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="block h-32 w-full border-b border-rule-strong"
      >
        {days.map((day, place) => (
          <Day key={day.day} day={day} x={place * wide} scale={height / most} />
        ))}
      </svg>
      <p className="flex max-w-none justify-between text-sm text-ink-2" aria-hidden="true">
        <span>{dayWords(calendar, days[0]!.day)}</span>
        <span>{dayWords(calendar, days.at(-1)!.day)}</span>
      </p>
    </div>
  );
}

/** Trouble at the foot, so that it can be compared from day to day. */
function Day({ day, x, scale }: { day: LightDay; x: number; scale: number }) {
  let y = height;
  return order.map((lamp) => {
    const tall = day[lamp] * scale;
    y -= tall;
    if (tall === 0) return null;
    return (
      <rect
        key={lamp}
        x={x + 3}
        y={y}
        width={wide - 6}
        height={Math.max(tall - 0.5, 1)}
        fill={fills[lamp]}
        stroke="var(--ink-2)"
        strokeWidth={0.75}
        vectorEffect="non-scaling-stroke"
      />
    );
  });
}

function Table({ days }: { days: readonly LightDay[] }) {
  const t = useTranslations("lights");
  const calendar = useTranslations("calendar");
  const columns = [
    ...order.map((lamp) => [lamp, t(`lamp.${lamp}`)] as const),
    ["yellowCards", t("yellow")] as const,
    ["redCards", t("redCards")] as const,
  ];
  return (
    <DataTable
      caption={t("days.title")}
      compact
      columns={[{ words: t("days.day") }, ...columns.map(([, words]) => ({ words, numeric: true }))]}
    >
      {days.toReversed().map((day) => (
        <tr key={day.day}>
          <Cell head className="font-normal">
            {dayWords(calendar, day.day, "shortWithWeekday")}
          </Cell>
          {columns.map(([name, words]) => (
            <Cell key={name} numeric label={words}>
              {day[name]}
            </Cell>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}

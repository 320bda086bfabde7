import { useTranslations } from "next-intl";
import { type CalendarWords, dayWords } from "#components/letters/date-words.ts";
import { type Cell, type CellMark, weeksOf } from "#components/letters/working-calendar.ts";
import { type ExplainedClock, workingRows } from "#components/letters/working-words.ts";
import { classes } from "#components/ui/classes.ts";
import { type CivilDate, civilDateOf } from "#domain/calendar/civil-date.ts";

interface ClockWorkingProps {
  clock: ExplainedClock;
  today: CivilDate;
  /** What the last day of a stopped clock is called: 答复, 受理. */
  endedWords: string;
}

/** 如何算出: a list beside a real calendar, so that anybody can count along. */
export function ClockWorking({ clock, today, endedWords }: ClockWorkingProps) {
  const t = useTranslations("calendar");
  const { working, stoppedAt, pausedAt, ofOffice } = clock;
  const standing = pausedAt ? civilDateOf(pausedAt) : null;
  const weeks = weeksOf(working, { ofOffice, today, standing, ended: stoppedAt && civilDateOf(stoppedAt) });
  return (
    <div className="border-t border-dashed border-control bg-paper px-4 pt-3 pb-4">
      <h3 className="mb-2 text-[1rem]">{t("working.title", { date: dayWords(t, working.dueOn) })}</h3>
      <div className={classes("grid gap-5", weeks.length > 0 && "md:grid-cols-[minmax(0,1fr)_21rem]")}>
        <dl className="text-sm">
          {workingRows(t, clock).map(({ label, lines, strong }) => (
            <div key={label} className="grid grid-cols-[4rem_1fr] gap-2 border-b border-rule py-1">
              <dt className="font-normal text-ink-2">{label}</dt>
              <dd className={strong ? "font-semibold" : undefined}>
                {lines.map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        {weeks.length > 0 ? (
          <Calendar t={t} clock={clock} weeks={weeks} endedWords={endedWords} />
        ) : (
          working.term.unit !== "hours" && <p className="text-sm text-ink-2">{t("working.unwritten")}</p>
        )}
      </div>
    </div>
  );
}

interface CalendarProps {
  t: CalendarWords;
  clock: ExplainedClock;
  weeks: Cell[][];
  endedWords: string;
}

function Calendar({ t, clock: { working }, weeks, endedWords }: CalendarProps) {
  return (
    <table className="w-full table-fixed border-collapse self-start border border-control bg-card text-sm">
      <caption className="pb-1 text-start leading-normal text-ink-2">
        {t(working.term.unit === "days" ? "working.captionDays" : "working.caption", { month: monthsOf(t, working) })}
      </caption>
      <thead>
        <tr>
          {([1, 2, 3, 4, 5, 6, 7] as const).map((day) => (
            <th key={day} scope="col" className="border-b border-rule py-0.5 text-center font-normal text-ink-2">
              {t(`weekdayColumn.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]!.date}>
            {week.map((cell) => (
              <DayCell key={cell.date} cell={cell} labels={labelsOf(t, cell, endedWords)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function monthsOf(t: CalendarWords, { start, dueOn }: { start: CivilDate; dueOn: CivilDate }): string {
  const [from, until] = [dayWords(t, start, "month"), dayWords(t, dueOn, "month")];
  return from === until ? from : t("date.range", { from, until });
}

/** What stands at the foot of a day: its marks, or why it does not count. */
function labelsOf(t: CalendarWords, { marks, why }: Cell, endedWords: string): string[] {
  const said = marks.map((mark) => (mark === "ended" ? endedWords : t(`cell.${mark}`)));
  if (said.length > 0) return said.slice(0, 2);
  if (why === "holiday") return [t("cell.holiday")];
  return why && why !== "outside" ? [t(`cell.${why}`)] : [];
}

const looks: Partial<Record<CellMark, string>> = {
  start: "bg-brand-wash text-brand",
  ended: "bg-ok-bg text-ok outline-2 -outline-offset-2 outline-ok",
  due: "outline-2 -outline-offset-2 outline-ink",
  today: "outline-2 -outline-offset-2 outline-dashed outline-brand",
  amber: "border-b-[3px] border-b-lamp-amber",
};

function DayCell({ cell: { day, n, why, marks }, labels }: { cell: Cell; labels: string[] }) {
  const resting = why === "weekend" || why === "holiday" || why === "pause";
  return (
    <td
      className={classes(
        "h-14 border border-rule px-0.5 py-0.5 text-center align-top leading-tight",
        why === "outside" && "bg-paper",
        resting && "bg-[repeating-linear-gradient(135deg,transparent_0_5px,var(--rule)_5px_6px)]",
        ...marks.map((mark) => looks[mark]),
      )}
    >
      <span className="block text-start tracking-tighter whitespace-nowrap text-ink-2">{day}</span>
      {n !== null && <b className="block text-[1rem] leading-none">{n}</b>}
      {labels.map((label) => (
        <span
          key={label}
          className={classes("block whitespace-nowrap", marks.length > 0 ? "font-semibold" : "text-ink-2")}
        >
          {label}
        </span>
      ))}
    </td>
  );
}

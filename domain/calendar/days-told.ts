import type { CivilDate } from "./civil-date.ts";
import type { Working, WorkingDay } from "./working.ts";

/** Days that a working tells in one breath: 春节 2月15日至23日; 周末 2月28日、3月1日. */
export interface DaysTold {
  why: NonNullable<WorkingDay["why"]>;
  name?: string;
  /** Unbroken stretches, both days included, in order. */
  stretches: { from: CivilDate; until: CivilDate; days: number }[];
}

/** The special days of a working, grouped by reason and festival in the order in which they first come. */
export function daysToldIn({ days }: Pick<Working, "days">): DaysTold[] {
  const told = new Map<string, DaysTold>();
  let before: WorkingDay | undefined;
  for (const day of days) {
    if (day.why) tellDay(told, day, day.why, before);
    before = day;
  }
  return [...told.values()];
}

function tellDay(told: Map<string, DaysTold>, day: WorkingDay, why: DaysTold["why"], before?: WorkingDay): void {
  const key = `${why} ${day.name}`;
  const group = told.get(key) ?? { why, ...(day.name && { name: day.name }), stretches: [] };
  told.set(key, group);
  const goesOn = before?.why === why && before.name === day.name;
  const last = group.stretches.at(-1);
  if (goesOn && last) {
    last.until = day.date;
    last.days += 1;
  } else {
    group.stretches.push({ from: day.date, until: day.date, days: 1 });
  }
}

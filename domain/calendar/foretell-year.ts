import type { Db } from "#db/client.ts";
import { countChanges } from "#domain/letters/recount-clocks.ts";
import { makeCalendar } from "./calendar.ts";
import type { YearList } from "./import-input.ts";
import { checkList } from "./import-year.ts";
import type { ListedDay, ListProblem } from "./listed-days.ts";
import { type Now, nowAt } from "./now.ts";

export interface Foreseen {
  days: ListedDay[];
  problems: ListProblem[];
  /** What importing would do to the dates that run; null while something is wrong. */
  changes: { running: number; moved: number } | null;
}

/** What a list says and what importing it would do: looked at before it is confirmed. */
export async function foretellYear(db: Db, list: Pick<YearList, "year" | "days">, now: Now): Promise<Foreseen> {
  const { calendar } = now;
  const { days, problems } = checkList(list, calendar);
  if (problems.length > 0 || `${list.year}-12-31` <= calendar.coveredUntil) return { days, problems, changes: null };
  const next = makeCalendar(days, calendar.coveredFrom, `${list.year}-12-31`);
  // The years before stay what they are.
  const dayOf: typeof calendar.dayOf = (date) => (date <= calendar.coveredUntil ? calendar : next).dayOf(date);
  return { days, problems, changes: await countChanges(db, `${list.year}-01-01`, nowAt(now.at, { ...next, dayOf })) };
}

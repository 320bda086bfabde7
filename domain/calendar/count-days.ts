import type { Calendar, Standing } from "./calendar.ts";
import { addDays, type CivilDate } from "./civil-date.ts";
import type { Term, Thresholds, Working, WorkingDay } from "./working.ts";

interface Walk {
  start: CivilDate;
  term: Term;
  extension: number;
  roll: boolean;
  calendar: Calendar;
  standing: Standing;
}

/** Walks a term of days: the term, then its extension in calendar days, then on to a working day (Civil Code 203). */
export function countDays(walk: Walk): { days: WorkingDay[]; dueOn: CivilDate; rolled: boolean } {
  const days: WorkingDay[] = [];
  let date = walk.start;
  const step = (meet: (date: CivilDate) => WorkingDay): WorkingDay => {
    date = addDays(date, 1);
    const met = meet(date);
    days.push(met);
    return met;
  };

  let n = 0;
  while (n < walk.term.length) n = step((on) => meetInTerm(walk, on, n + 1)).n ?? n;
  let more = 0;
  while (more < walk.extension) more = step((on) => meetInExtension(walk, on, more + 1)).n ?? more;

  const rests = () => !walk.calendar.dayOf(date).works || walk.standing(date);
  const rolled = walk.roll && rests();
  while (walk.roll && rests()) step((on) => meetWhileRolling(walk, on));
  return { days, dueOn: date, rolled };
}

function meetInTerm(walk: Walk, date: CivilDate, n: number): WorkingDay {
  if (walk.standing(date)) return { date, n: null, why: "pause" };
  if (walk.term.unit === "days") return { date, n };
  const day = walk.calendar.dayOf(date);
  if (!day.works) return resting(walk, date);
  return day.kind === "makeup" ? { date, n, why: "makeup", name: day.name } : { date, n };
}

function meetInExtension(walk: Walk, date: CivilDate, n: number): WorkingDay {
  return walk.standing(date) ? { date, n: null, why: "pause" } : { date, n, why: "extension" };
}

function meetWhileRolling(walk: Walk, date: CivilDate): WorkingDay {
  if (walk.standing(date)) return { date, n: null, why: "pause" };
  return walk.calendar.dayOf(date).works ? { date, n: null, why: "roll" } : resting(walk, date);
}

function resting(walk: Walk, date: CivilDate): WorkingDay {
  const day = walk.calendar.dayOf(date);
  return day.kind === "holiday" ? { date, n: null, why: "holiday", name: day.name } : { date, n: null, why: "weekend" };
}

/**
 * The first day on which the given share of the term, extended if it was, has gone by (rounded up, in its unit), or
 * after which few working days are left: whichever comes first.
 */
export function amberOf(
  walk: Walk,
  days: readonly WorkingDay[],
  dueOn: CivilDate,
  { amberShare, amberLeft, amberLeftOfShort, shortTerm }: Thresholds,
): Pick<Working, "amberOn" | "amberBy"> {
  const worked = days.filter(({ date }) => walk.calendar.dayOf(date).works && !walk.standing(date));
  const counted = walk.term.unit === "workdays" ? worked : days.filter(({ n }) => n !== null);
  const byShare = counted[Math.ceil((counted.length * amberShare) / 100) - 1]?.date ?? dueOn;

  const left = worked.length <= shortTerm ? amberLeftOfShort : amberLeft;
  const byLeft = worked[worked.length - left - 1]?.date ?? earlier(addDays(walk.start, 1), dueOn);
  return byShare <= byLeft
    ? { amberOn: byShare, amberBy: { share: amberShare } }
    : { amberOn: byLeft, amberBy: { left } };
}

const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);

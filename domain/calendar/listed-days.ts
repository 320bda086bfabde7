import type { Details } from "#domain/refusal.ts";
import type { Calendar } from "./calendar.ts";
import { addDays, type CivilDate, isCivilDate, weekday } from "./civil-date.ts";

/** A line of the State Council's notice, as an administrator has typed it: 2027-01-01,放假,元旦. */
export interface ListedDay {
  line: number;
  date: CivilDate;
  kind: "holiday" | "makeup";
  name: string;
}

export const listProblems = [
  "columns",
  "unknownDay",
  "unknownKind",
  "nameMissing",
  "otherYear",
  "twice",
  "makeupOnWeekday",
  "holidayOnWeekend",
  "festivalMissing",
  "gap",
  "contradicts",
  "leftOut",
] as const;

/** What is wrong, and in which line; null where it is the list as a whole. */
export interface ListProblem {
  line: number | null;
  key: (typeof listProblems)[number];
  details: Details;
}

const kinds: Record<string, ListedDay["kind"]> = {
  放假: "holiday",
  休: "holiday",
  假: "holiday",
  holiday: "holiday",
  上班: "makeup",
  调休: "makeup",
  调休上班: "makeup",
  补班: "makeup",
  班: "makeup",
  makeup: "makeup",
};

const longestName = 20;

/** Reads the list line by line: day, 放假 or 上班, festival. An empty line and a heading are passed over. */
export function readList(text: string): { days: ListedDay[]; problems: ListProblem[] } {
  const days: ListedDay[] = [];
  const problems: ListProblem[] = [];
  for (const [place, typed] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = place + 1;
    const cells = typed.split(/[,，\t;；]/).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
    if (cells.every((cell) => cell === "") || isHeading(cells, place)) continue;
    const read = readLine(line, cells);
    if ("key" in read) problems.push(read);
    else days.push(read);
  }
  return { days, problems };
}

const isHeading = ([first = ""]: string[], place: number) => place === 0 && /^(?:日期|day|date)$/i.test(first);

function readLine(line: number, cells: string[]): ListedDay | ListProblem {
  const [typedDay = "", typedKind = "", name = ""] = cells;
  if (cells.length < 3) return { line, key: "columns", details: { found: cells.length } };
  const date = asDate(typedDay);
  if (!date) return { line, key: "unknownDay", details: { day: typedDay } };
  const kind = kinds[typedKind.toLowerCase()];
  if (!kind) return { line, key: "unknownKind", details: { kind: typedKind } };
  if (!name || name.length > longestName) return { line, key: "nameMissing", details: { day: date } };
  return { line, date, kind, name };
}

/** 2027-01-01, 2027/1/1 or 2027年1月1日. */
function asDate(typed: string): CivilDate | null {
  const [, year = "", month = "", day = ""] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/.exec(typed) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? date : null;
}

/** The festivals of the statute (全国年节及纪念日放假办法): a year without one of them was not copied whole. */
const festivals = ["元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆"];

/**
 * Whether the list can be the year's calendar. Make-up days are weekend days; a holiday at the weekend belongs to a stretch
 * that takes a weekday; a covered year is not rewritten; no year is left out before it.
 */
export function problemsOf(days: readonly ListedDay[], year: number, calendar: Calendar): ListProblem[] {
  const lastCovered = Number(calendar.coveredUntil.slice(0, 4));
  const covered = year <= lastCovered;
  return [
    ...(year > lastCovered + 1 ? [{ line: null, key: "gap", details: { year: lastCovered + 1 } } as const] : []),
    ...days.flatMap((day) => problemOf(day, days, year) ?? (covered ? (contradiction(day, calendar) ?? []) : [])),
    ...festivals
      .filter((festival) => !days.some(({ kind, name }) => kind === "holiday" && name.includes(festival)))
      .map((festival): ListProblem => ({ line: null, key: "festivalMissing", details: { festival } })),
    ...(covered ? leftOut(days, year, calendar) : []),
  ];
}

function problemOf(day: ListedDay, days: readonly ListedDay[], year: number): ListProblem | null {
  const { line, date, kind } = day;
  const problem = (key: ListProblem["key"], details: Details = {}) => ({
    line,
    key,
    details: { day: date, ...details },
  });
  if (Number(date.slice(0, 4)) !== year) return problem("otherYear", { year });
  const first = days.find((other) => other.date === date)!;
  if (first.line !== line) return problem("twice", { first: first.line });
  if (kind === "makeup" && weekday(date) <= 5) return problem("makeupOnWeekday", { weekday: weekday(date) });
  if (kind === "holiday" && !takesWeekday(day, days)) return problem("holidayOnWeekend", { weekday: weekday(date) });
  return null;
}

/** Day by day in both directions through the same holidays: is one of them a weekday? */
function takesWeekday({ date }: ListedDay, days: readonly ListedDay[]): boolean {
  const rests = new Set(days.filter(({ kind }) => kind === "holiday").map((day) => day.date));
  return [1, -1].some((step) => {
    for (let at = date; rests.has(at); at = addDays(at, step)) if (weekday(at) <= 5) return true;
    return false;
  });
}

/** The day is known already, and otherwise. */
function contradiction({ line, date, kind, name }: ListedDay, calendar: Calendar): ListProblem | null {
  const known = calendar.dayOf(date);
  if (known.kind === kind && known.name === name) return null;
  return { line, key: "contradicts", details: { day: date, known: known.kind, name: known.name ?? "" } };
}

function leftOut(days: readonly ListedDay[], year: number, calendar: Calendar): ListProblem[] {
  const listed = new Set(days.map(({ date }) => date));
  const missing: ListProblem[] = [];
  for (let date: CivilDate = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const { kind, name = "" } = calendar.dayOf(date);
    const special = kind === "holiday" || kind === "makeup";
    if (special && !listed.has(date)) missing.push({ line: null, key: "leftOut", details: { day: date, name } });
  }
  return missing;
}

import { type CalendarWords, dayWords, hourWords, stretchWords } from "#components/letters/date-words.ts";
import { type CivilDate, civilDateOf } from "#domain/calendar/civil-date.ts";
import { type DaysTold, daysToldIn } from "#domain/calendar/days-told.ts";
import type { Working } from "#domain/calendar/working.ts";
import { legalCaps, type PolicyName } from "#domain/policies/policies.ts";

/** A clock whose date is explained. */
export interface ExplainedClock {
  startedAt: Date;
  dueAt: Date;
  stoppedAt: Date | null;
  /** Since when it stands still: those days are taken out when it goes on. */
  pausedAt?: Date | null;
  /** An office's clock warns; the writer's own only ends. */
  ofOffice: boolean;
  working: Working;
}

export interface WorkingRow {
  label: string;
  lines: string[];
  strong?: boolean;
}

/** How a date was found, row by row, as it is read beside the counted calendar. */
export function workingRows(t: CalendarWords, clock: ExplainedClock): WorkingRow[] {
  const { working } = clock;
  const told = daysToldIn(working);
  const rows: [Parameters<typeof label>[1], string[]][] = [
    ["start", [startLine(t, clock)]],
    ["term", [termLine(t, working)]],
    ["counted", told.filter(({ why }) => why === "makeup").map((days) => makeupLine(t, days))],
    ["skipped", told.filter(({ why }) => why in skipped).map((days) => skippedLine(t, days))],
    ["other", [...standingLine(t, clock), ...otherLines(t, working, told)]],
    ["due", [dueLine(t, clock)]],
    ...(clock.ofOffice ? warnings(t, clock) : []),
    ["basis", basisLines(t, working)],
  ];
  return rows
    .filter(([, lines]) => lines.length > 0)
    .map(([key, lines]) => ({ label: label(t, key), lines, ...(key === "due" && { strong: true }) }));
}

function label(t: CalendarWords, key: "start" | "term" | "counted" | "skipped" | "other" | "due" | Warning | "basis") {
  return t(`working.label.${key}`);
}

function startLine(t: CalendarWords, { startedAt, working }: ExplainedClock): string {
  const date = dayWords(t, working.start, "shortWithWeekday");
  if (working.term.unit !== "hours") return t("working.start", { date });
  return t("working.startHours", { date: t("date.time", { date, time: hourWords(startedAt) }) });
}

function termLine(t: CalendarWords, { term, rule }: Working): string {
  // A date that a leader named is no term: it was not counted but said.
  if (rule === "instruction") return t("working.instructed");
  const words = t(`term.${term.unit}`, { n: term.length });
  const cap = legalCaps[rule as PolicyName];
  if (!cap) return words;
  const caps = { accept: "working.capAccept", review: "working.capReview" } as const;
  return t(caps[rule as keyof typeof caps] ?? "working.cap", {
    term: words,
    cap: t(`term.${cap.unit}`, { n: cap.length }),
  });
}

const joined = (t: CalendarWords, stretches: DaysTold["stretches"]) =>
  stretches.map((stretch) => stretchWords(t, stretch)).join(t("list"));

const holiday = (t: CalendarWords, name = "") =>
  t.has(`holiday.${name}` as "holiday.元旦") ? t(`holiday.${name}` as "holiday.元旦") : name;

function makeupLine(t: CalendarWords, { name, stretches }: DaysTold): string {
  return t("working.makeup", { dates: joined(t, stretches), name: holiday(t, name) });
}

const skipped = { weekend: true, holiday: true, pause: true };

function skippedLine(t: CalendarWords, { why, name, stretches }: DaysTold): string {
  const dates = joined(t, stretches);
  const n = stretches.reduce((sum, { days }) => sum + days, 0);
  if (why === "holiday") return t("working.holiday", { name: holiday(t, name), dates });
  return t(why === "pause" ? "working.pause" : "working.weekends", { n, dates });
}

/** A pause that lasts has no length yet: the date moves when the writer has supplied. */
function standingLine(t: CalendarWords, { pausedAt }: ExplainedClock): string[] {
  return pausedAt ? [t("working.standing", { date: dayWords(t, civilDateOf(pausedAt)) })] : [];
}

/** What moved the date; and in one line all that could have and did not. */
function otherLines(t: CalendarWords, working: Working, told: DaysTold[]): string[] {
  const { unit } = working.term;
  const lines: string[] = [];
  if (unit === "hours" && working.pauses.length > 0) {
    lines.push(
      t("working.pauseHours", { dates: working.pauses.map((pause) => stretchWords(t, pause)).join(t("list")) }),
    );
  }
  if (working.extension > 0) lines.push(t("working.extension", { n: working.extension }));
  if (working.rolled) lines.push(t("working.roll", { date: dayWords(t, working.dueOn) }));
  const happened = {
    makeup: unit !== "workdays" || told.some(({ why }) => why === "makeup"),
    pause: working.pauses.length > 0,
    extension: working.extension > 0,
    roll: unit === "hours" || working.rule === "instruction" || working.rolled,
  };
  const none = (["makeup", "pause", "extension", "roll"] as const)
    .filter((thing) => !happened[thing])
    .map((thing) => t(`working.thing.${thing}`));
  if (none.length === 1) lines.push(t("working.noneOfOne", { thing: none[0]! }));
  if (none.length > 1) lines.push(t("working.none", { things: none.join(t("list")) }));
  return lines;
}

function dueLine(t: CalendarWords, { dueAt, working }: ExplainedClock): string {
  const date = dayWords(t, working.dueOn, "shortWithWeekday");
  return working.term.unit === "hours"
    ? t("date.time", { date, time: hourWords(dueAt) })
    : t("date.midnight", { date });
}

type Warning = "amber" | "yellow" | "red";

/** The dates on which light and card change; those that an answer came before were never reached. */
function warnings(t: CalendarWords, { working, stoppedAt }: ExplainedClock): [Warning, string[]][] {
  const reached = (date: CivilDate) => !stoppedAt || civilDateOf(stoppedAt) >= date;
  const date = (on: CivilDate) => dayWords(t, on, "shortWithWeekday");
  return [
    ["amber", [amberLine(t, working)]],
    ["yellow", reached(working.yellowOn) ? [t("working.yellow", { date: date(working.yellowOn) })] : []],
    ["red", reached(working.redOn) ? [t(redLine(working), { date: date(working.redOn) })] : []],
  ];
}

/** A letter's red card opens an order by itself; an answer that is owed in public has none to open. */
const redLine = ({ rule }: Working) =>
  rule === "comment.answer" || rule === "story.answer" ? "working.yellow" : "working.red";

function amberLine(t: CalendarWords, { amberOn, amberBy, term, days }: Working): string {
  const date = dayWords(t, amberOn);
  if ("left" in amberBy) return t("working.amberLeft", { date, n: amberBy.left });
  const day = days.find((one) => one.date === amberOn);
  if (term.unit === "hours" || !day?.n || day.why === "extension") {
    return t("working.amberShareOnly", { date, share: amberBy.share });
  }
  return t("working.amberShare", { date, share: amberBy.share, nth: t(`nth.${term.unit}`, { n: day.n }) });
}

function basisLines(t: CalendarWords, { basis, provisional, dueOn }: Working): string[] {
  return [
    ...(basis === "current-rules" ? [t("working.currentRules")] : []),
    ...(provisional ? [t("working.provisional", { year: dueOn.slice(0, 4) })] : []),
  ];
}

import { eq } from "drizzle-orm";
import { letters } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { contestScore, decideContest, listToDecide } from "#domain/assessment/contests.ts";
import { excludeLetter } from "#domain/assessment/exclusions.ts";
import { freezeDue, frozenOn } from "#domain/assessment/freeze.ts";
import { type Month, monthAfter, monthBefore, monthOf, workdayOf } from "#domain/assessment/period.ts";
import { startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import { assessedLetters } from "./assessed-letters.ts";
import type { Ago } from "./demo-letter.ts";
import { letterActs } from "./letter-acts.ts";

/** The letters of the month that was frozen last, its freezing, a letter left out of it, and a contest with its outcome. */
export function assessmentActs(cast: Cast, now: Now): Act[] {
  const month = frozenMonth(now);
  const when = ({ workdays, time }: Ago) => at(month, workdays, time, now);
  const next = (workdays: number, time: string) => at(monthAfter(month), workdays, time, now);
  const acts: Act[] = [
    ...letterActs(cast, when, assessedLetters),
    { at: next(frozenOn - 1, "15:00"), run: (tx, then) => leaveOut(tx, cast, then) },
    { at: next(frozenOn, "09:00"), run: freezeDue },
    { at: next(frozenOn, "17:00"), run: (tx, then) => contest(tx, cast, month, then) },
    { at: next(frozenOn + 1, "11:00"), run: (tx, then) => decide(tx, cast, then) },
  ];
  return acts.filter((act) => act.at <= now.at);
}

/** The last month whose fifth working day after it has come. */
function frozenMonth(now: Now): Month {
  const current = monthOf(now.today);
  const frozen = at(current, frozenOn, "09:00", now) <= now.at;
  return frozen ? monthBefore(current) : monthBefore(monthBefore(current));
}

function at(month: Month, workday: number, time: string, now: Now): Date {
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  return new Date(startOf(workdayOf(month, workday, now.calendar)).getTime() + (hours * 60 + minutes) * 60_000);
}

async function leaveOut(tx: Tx, cast: Cast, now: Now): Promise<void> {
  const { title } = assessedLetters[4]!;
  const [letter] = await tx.select({ number: letters.number }).from(letters).where(eq(letters.title, title));
  const words = "同一块广告牌另有一封来信先办结，不重复计分。";
  await excludeLetter(tx, cast.supervisor("xinfangju"), { number: letter!.number, words }, now);
}

const why = "占道摆摊一信由其他单位转来，请核对是否应计入本单位。";

async function contest(tx: Tx, cast: Cast, month: Month, now: Now): Promise<void> {
  await contestScore(tx, cast.office("chengguan"), { period: month, office: "chengguan", words: why }, now);
}

async function decide(tx: Tx, cast: Cast, now: Now): Promise<void> {
  const outcome = { outcome: "dismissed", words: "经核对，该信由你单位主办并答复，应计入你单位，得分不变。" } as const;
  const supervisor = cast.supervisor("xinfangju");
  for (const { id } of await listToDecide(tx, supervisor))
    await decideContest(tx, supervisor, { contestId: id, ...outcome }, now);
}

import { and, desc, eq, max, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { reportRows, reports } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, clock, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import { addDays, type CivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import { countOffices } from "./count-offices.ts";
import { formulaOn, understood } from "./formulas.ts";
import type { freezeInput } from "./input.ts";
import {
  daysOf,
  kindOf,
  type Month,
  monthAfter,
  monthBefore,
  monthOf,
  type Period,
  workdayOf,
  yearOf,
} from "./period.ts";
import { rootRegion } from "./root.ts";
import { scoreOf } from "./score.ts";

export type Report = typeof reports.$inferSelect;

/** On which working day of the next month a period is frozen. */
export const frozenOn = 5;

/**
 * Freezes a period that is over: counts and scores of every office, by the formula in force on its last day. A frozen
 * report never changes; freezing again makes a corrected version, counted as of the same day, and says what is corrected.
 */
export async function freezeReport(
  db: Db,
  actor: Actor,
  { period, words }: z.output<typeof freezeInput>,
  now: Now,
): Promise<Report> {
  return transact(db, async (tx) => {
    authorize(actor, "assessment.freeze", await rootRegion(tx));
    const frozen = await freeze(tx, actor, period, words.trim(), now);
    if (!frozen) throw new Refusal("assessment.missing");
    return frozen;
  });
}

/**
 * For the timetable: freezes every month since the last frozen one, and the year that has ended, from the fifth working day
 * of the next month on. Finds its work anew each time; a period without letters has no report.
 */
export async function freezeDue(db: Db, now: Now): Promise<Period[]> {
  const done: Period[] = [];
  for (const period of await periodsDue(db, now)) {
    const report = await transact(db, async (tx) =>
      (await findReport(tx, period)) ? null : freeze(tx, clock, period, "", now),
    );
    if (report) done.push(period);
  }
  return done;
}

async function periodsDue(db: Db, now: Now): Promise<Period[]> {
  const current = monthOf(now.today);
  const isTime = now.today >= workdayOf(current, frozenOn, now.calendar);
  const lastDue = isTime ? monthBefore(current) : monthBefore(monthBefore(current));
  const [{ last } = { last: null }] = await db
    .select({ last: max(reports.period) })
    .from(reports)
    .where(eq(reports.kind, "month"));
  const months: Month[] = [];
  for (let month = last ? monthAfter(last as Month) : lastDue; month <= lastDue; month = monthAfter(month))
    months.push(month);
  const ended = yearOf(lastDue.endsWith("-12") ? lastDue : (`${Number(yearOf(lastDue)) - 1}-12` as Month));
  return [...months, ended];
}

/** Null: no letter was received in the period. Of two who freeze at once the second waits and sees what the first did. */
async function freeze(tx: Tx, actor: Actor, period: Period, words: string, now: Now): Promise<Report | null> {
  const { to } = daysOf(period);
  if (to >= now.today) throw new Refusal("assessment.notOver");
  await tx.execute(sql`select pg_advisory_xact_lock(7_201_012)`);
  const before = await findReport(tx, period);
  if (before && !words) throw new Refusal("assessment.correctionWordless");
  const asOf = before?.asOf ?? addDays(now.today, -1);
  const counts = await countOffices(tx, period, asOf as CivilDate);
  if (counts.size === 0) return null;

  const formula = await formulaOn(tx, to);
  const version = (before?.version ?? 0) + 1;
  const eventId = await recordFreeze(tx, actor, { period, version, offices: counts.size, words }, now);
  const [report] = await tx
    .insert(reports)
    .values({
      ...{ kind: kindOf(period), period, version, asOf, eventId },
      formulaId: formula.id,
      automatic: actor.kind === "clock",
      frozenAt: now.at,
    })
    .returning();
  const reckon = understood(formula.text);
  await tx.insert(reportRows).values(
    [...counts].map(([officeId, each]) => ({
      reportId: report!.id,
      officeId,
      ...each,
      ...scoreOf(each, reckon, formula),
    })),
  );
  return report!;
}

interface Freezing {
  period: Period;
  version: number;
  offices: number;
  words: string;
}

function recordFreeze(tx: Tx, actor: Actor, { period, version, offices, words }: Freezing, now: Now): Promise<number> {
  const grant = isPerson(actor) ? actor.grants.find(({ role }) => role === "supervisor") : undefined;
  return record(tx, {
    what: "assessment.freeze",
    topics: ["assessment", `assessment:${period}`],
    actor,
    as: grant ? { role: "supervisor", officeId: grant.officeId } : { role: "clock" },
    subject: `report:${period}`,
    counts: { period, version, offices },
    words: words || undefined,
    public: true,
    at: now.at,
  });
}

/** The newest version of a period. */
export async function findReport(db: Db, period: Period, version?: number): Promise<Report | null> {
  const [found] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.period, period), version === undefined ? undefined : eq(reports.version, version)))
    .orderBy(desc(reports.version))
    .limit(1);
  return found ?? null;
}

import { and, asc, desc, eq, gte, isNotNull, isNull, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { callBackDraws, callBacks, events, ledgerLeaves, letters } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock, nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import { daysOf, type Month, monthBefore, monthOf } from "#domain/assessment/period.ts";
import { endOf, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { draw, sampleSize, seedOf, sourceOf } from "./draw.ts";

/**
 * For the timetable: draws whom to call back about the letters first answered last month. The seed is what the sealed
 * record was when the month ended, so that nobody could choose it and everybody can draw again. Once a month; as long as
 * the month's record is not sealed it waits. Returns the month that was drawn.
 */
export async function drawCallBacks(db: Db, now: Now): Promise<Month | null> {
  const month = monthBefore(monthOf(now.today));
  const [drawn] = await db.select({ id: callBackDraws.id }).from(callBackDraws).where(eq(callBackDraws.month, month));
  const ending = drawn ? null : await recordAtEnd(db, month);
  if (!ending) return null;
  const source = sourceOf({ month, ...ending });
  const answered = await answeredIn(db, month);
  if (answered.length === 0) return null;
  await transact(db, (tx) => keepDraw(tx, { month, source, position: ending.position }, answered, now));
  return month;
}

/** Position and leaf of the last event of a month; null while one of its events is not yet stamped or sealed. */
async function recordAtEnd(db: Db, month: Month): Promise<{ position: number; leaf: string } | null> {
  const before = lt(events.at, endOf(daysOf(month).to));
  const [open] = await db
    .select({ id: events.id })
    .from(events)
    .where(and(isNull(events.position), before))
    .limit(1);
  if (open) return null;
  const [last] = await db
    .select({ position: events.position })
    .from(events)
    .where(and(isNotNull(events.position), before))
    .orderBy(desc(events.position))
    .limit(1);
  if (!last?.position) return null;
  const [leaf] = await db
    .select({ hash: ledgerLeaves.hash })
    .from(ledgerLeaves)
    .where(eq(ledgerLeaves.index, last.position - 1));
  return leaf ? { position: last.position, leaf: leaf.hash.toString("hex") } : null;
}

/** The letters of a draw: all that everybody may know of and that had their first answer in the month. */
export function answeredIn(db: Db, month: Month): Promise<{ id: number; number: string }[]> {
  const { from, to } = daysOf(month);
  return db
    .select({ id: letters.id, number: letters.number })
    .from(letters)
    .where(
      and(gte(letters.answeredAt, startOf(from)), lt(letters.answeredAt, endOf(to)), lettersFor(nobody, "letter.know")),
    )
    .orderBy(asc(letters.number));
}

type Drawing = Pick<typeof callBackDraws.$inferInsert, "source" | "position"> & { month: Month };

async function keepDraw(tx: Tx, drawing: Drawing, answered: { id: number; number: string }[], now: Now) {
  const ids = new Map(answered.map(({ id, number }) => [number, id]));
  const seed = seedOf(drawing.source);
  const drawn = draw(seed, [...ids.keys()], sampleSize(answered.length));
  const counts = { month: drawing.month, position: drawing.position, answered: answered.length, drawn: drawn.length };
  const eventId = await record(tx, {
    what: "call-back.draw",
    topics: ["call-backs"],
    actor: clock,
    as: { role: "clock" },
    subject: `call-backs:${drawing.month}`,
    counts,
    public: true,
    at: now.at,
  });
  const [row] = await tx
    .insert(callBackDraws)
    .values({ ...drawing, seed, answered: answered.length, drawn: drawn.length, at: now.at, eventId })
    .returning({ id: callBackDraws.id });
  await tx
    .insert(callBacks)
    .values(drawn.map((number, place) => ({ drawId: row!.id, letterId: ids.get(number)!, place: place + 1 })))
    // A letter answered, reopened and answered again is called about once.
    .onConflictDoNothing();
}

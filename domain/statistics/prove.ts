import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, letters } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import { civilDateOf, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { measures } from "./figures.ts";
import { columnOf } from "./measures.ts";
import { rebuildSums } from "./rebuild.ts";
import { daysOf, sumsOf } from "./sums.ts";
import { findMoved, holdFigures, moveFigures } from "./take-facts.ts";

export interface Proof {
  /** Letters whose stored facts were not what their own tables say. */
  facts: number;
  /** Stored sums that were not those of the facts. */
  sums: number;
}

/** Milliseconds after midnight in Shanghai at which a day's proof may begin. */
const night = 2 * 3_600_000;
const what = "statistics.prove";

/**
 * For the timetable: once a night everything is computed anew and compared with what was kept by increments. A
 * difference is repaired and stays on record: figures that an assessment rests on must not drift unseen.
 */
export async function proveFigures(db: Db, now: Now): Promise<Proof | null> {
  if (now.at.getTime() - startOf(now.today).getTime() < night) return null;
  return transact(db, async (tx) => {
    await holdFigures(tx);
    if (await isProved(tx, now)) return null;
    const moved = await findMoved(tx, sql`not ${waiting(sql`${letters.id}`)}`, sql`not ${waiting(sql`f.letter_id`)}`);
    await moveFigures(
      tx,
      moved.map(({ id }) => id),
    );
    const proof = { facts: moved.length, sums: await countWrongSums(tx) };
    if (proof.sums > 0) await rebuildSums(tx);
    await dropEmpty(tx);
    await record(tx, {
      what,
      topics: proof.facts + proof.sums > 0 ? ["statistics", "home"] : [],
      actor: clock,
      as: { role: "clock" },
      subject: "statistics:letters",
      counts: { ...proof },
      public: true,
      at: now.at,
    });
    return proof;
  });
}

async function isProved(tx: Tx, now: Now): Promise<boolean> {
  const [last] = await tx
    .select({ at: events.at })
    .from(events)
    .where(and(eq(events.what, what), eq(events.public, true)))
    .orderBy(desc(events.id))
    .limit(1);
  return last !== undefined && civilDateOf(last.at) >= now.today;
}

/** Events of this letter are still on their way to the figures: what is not counted yet has not drifted. */
const waiting = (letterId: SQL) => sql`exists (
  select from events e where e.subject = 'letter:' || ${letterId} and (e.position is null
    or e.position > coalesce((select position from cursors where consumer = 'statistics'), 0)))`;

async function countWrongSums(tx: Tx): Promise<number> {
  const row = (table: string) =>
    sql.join(
      measures.map((measure) => sql`${sql.raw(table)}.${columnOf(measure)}`),
      sql`, `,
    );
  const [wrong] = await tx.execute<{ n: number }>(sql`
    select (select count(*)::int from (select * from figures where received <> 0) kept
        full join (${sumsOf(sql`true`)}) so using (by, key_id, month, kind)
        where row(${row("kept")}) is distinct from row(${row("so")}))
      + (select count(*)::int from (select * from answer_days where letters <> 0) kept
        full join (${daysOf(sql`true`)}) so using (by, key_id, month, kind, days)
        where kept.letters is distinct from so.letters) as n`);
  return wrong!.n;
}

/** A sum over no letter is no sum: it is as if there had never been one. */
async function dropEmpty(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from figures where received = 0`);
  await tx.execute(sql`delete from answer_days where letters = 0`);
}

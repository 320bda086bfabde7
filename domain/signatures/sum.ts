import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { recordCounted } from "#domain/events/record-counted.ts";
import { alone } from "#domain/votes/alone.ts";

const batch = 10_000;

/**
 * Counts the signatures since the last time into `letters.cosigners`, a batch a transaction, one process at a time. Says
 * how many. A signature taken back meanwhile is either not counted or subtracted by whoever takes it back, never both.
 * `waits`: when another process is at it, after it instead of not at all.
 */
export async function sumSignatures(db: Db, now: Now, waits = false): Promise<number> {
  for (let total = 0; ; ) {
    const summed = await transact(db, (tx) => sumBatch(tx, now, waits));
    total += summed;
    if (summed < batch) return total;
  }
}

async function sumBatch(tx: Tx, now: Now, waits: boolean): Promise<number> {
  if (!(await alone(tx, waits))) return 0;
  const added = await tx.execute<{ letterId: string; n: number }>(sql`
    with fresh as (
      select letter_id, person_id from signatures where not counted limit ${batch} for update skip locked
    ), done as (
      update signatures s set counted = true from fresh f
      where s.letter_id = f.letter_id and s.person_id = f.person_id returning s.letter_id
    )
    select letter_id as "letterId", count(*)::int as n from done group by letter_id order by letter_id`);
  if (added.length === 0) return 0;
  await recordCounted(tx, "signatures", await add(tx, added), now);
  return added.reduce((sum, { n }) => sum + n, 0);
}

/** In one order, as everybody who locks several letters does. Returns their numbers. */
async function add(tx: Tx, added: { letterId: string; n: number }[]): Promise<string[]> {
  const ids = sql`array[${sql.join(
    added.map(({ letterId }) => sql`${letterId}::bigint`),
    sql`, `,
  )}]`;
  await tx.execute(sql`select id from letters where id = any(${ids}) order by id for no key update`);
  const rows = await tx.execute<{ number: string }>(sql`
    update letters l set cosigners = l.cosigners + a.n
    from json_to_recordset(${JSON.stringify(added)}::json) as a("letterId" bigint, n int)
    where l.id = a."letterId" returning l.number`);
  return rows.map(({ number }) => number).sort();
}

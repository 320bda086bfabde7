import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { record } from "#domain/events/record.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { factsFrom, lettersIn } from "./facts.ts";
import { moveSums } from "./sums.ts";

/**
 * For the relay: brings the stored figures to what these events have made of their letters. The facts are read anew and
 * the sums move by the difference, so that an event that comes twice, or late, changes nothing it should not.
 */
export async function takeFacts(db: Db, events: readonly StampedEvent[]): Promise<void> {
  const ids = new Set(events.flatMap(({ subject }) => letterIn(subject) ?? []));
  if (ids.size === 0) return;
  await transact(db, async (tx) => {
    await holdFigures(tx);
    const moved = await moveFigures(tx, [...ids]);
    if (moved.length > 0) await tell(tx, moved, await readNow(db));
  });
}

function letterIn(subject: string): number | undefined {
  const id = /^letter:(\d+)$/.exec(subject)?.[1];
  return id ? Number(id) : undefined;
}

/** Ends with the transaction. Whoever moves, proves or rebuilds the figures does so alone. */
export const holdFigures = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(7_201_002)`);

/** The letters whose stored facts are not what their own tables say: the number, and the mailbox they are shown under. */
interface Moved {
  id: number;
  mailbox: string;
}

/** Moves facts and sums of these letters; answers which of them had changed. */
export async function moveFigures(tx: Tx, ids: readonly number[]): Promise<Moved[]> {
  const moved = await findMoved(tx, lettersIn(ids), sql`f.letter_id = any(${sql.param([...ids])}::bigint[])`);
  if (moved.length === 0) return [];
  const those = sql`f.letter_id = any(${sql.param(moved.map(({ id }) => id))}::bigint[])`;
  await moveSums(tx, those, -1);
  await tx.execute(sql`delete from letter_facts f where ${those}`);
  await tx.execute(sql`insert into letter_facts ${factsFrom(lettersIn(moved.map(({ id }) => id)))}`);
  await moveSums(tx, those, 1);
  return moved;
}

/** Compares what is stored with what is so. */
export async function findMoved(tx: Tx, which: SQL | undefined, stored: SQL): Promise<Moved[]> {
  const rows = await tx.execute<{ id: string; mailbox: string }>(sql`
    with f as materialized (select * from letter_facts f where ${stored}),
      now as materialized (${factsFrom(which)})
    select coalesce(now.letter_id, f.letter_id) as id, m.slug as mailbox
    from f full join now on now.letter_id = f.letter_id
    join mailboxes m on m.id = coalesce(now.mailbox_id, f.mailbox_id)
    where (f.*) is distinct from (now.*)`);
  return rows.map(({ id, mailbox }) => ({ id: Number(id), mailbox }));
}

/** One event for all of it: the pages that show these figures learn that they read differently. */
async function tell(tx: Tx, moved: readonly Moved[], now: Now): Promise<void> {
  const mailboxes = [...new Set(moved.map(({ mailbox }) => `mailbox:${mailbox}`))].sort();
  await record(tx, {
    what: "statistics.counted",
    topics: ["statistics", "home", ...mailboxes],
    actor: clock,
    as: { role: "clock" },
    subject: "statistics:letters",
    counts: { letters: moved.length },
    public: true,
    at: now.at,
  });
}

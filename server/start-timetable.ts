import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import type { Job } from "./jobs.ts";
import { Queue } from "./page-cache/queue.ts";
import { goRound } from "./rounds.ts";

/** First part of the two-part advisory locks of jobs; the second is the hash of the job's name. */
const jobLocks = 7_201;

/**
 * A job holds one connection for its lock and works on others: as many jobs as connections, all at the same moment, would
 * hold the whole pool and wait for each other for ever.
 */
const atOnce = 5;

/** Runs every job at its pace. One process at a time runs a job; one that fails is logged and tried again later. */
export function startTimetable(db: Db, jobs: readonly Job[]): { stop(): Promise<void> } {
  const few = new Queue(atOnce, Number.POSITIVE_INFINITY);
  const rounds = jobs.map((job) => {
    const round = async () => {
      await few.run(() => runAlone(db, job), { reader: false });
      return false;
    };
    return goRound(job.name, round, { every: job.every, apart: job.every, longest: Math.max(job.every, 2_000) });
  });
  return {
    stop: async () => {
      await Promise.all(rounds.map((one) => one.stop()));
    },
  };
}

/** The lock lives in a transaction of its own, on a connection of its own: it ends with the process that holds it. */
export async function runAlone(db: Db, { name, run }: Job): Promise<void> {
  await transact(db, async (tx) => {
    const [lock] = await tx.execute(sql`select pg_try_advisory_xact_lock(${jobLocks}, hashtext(${name})) as mine`);
    if (lock?.mine) await run(db, await readNow(db));
  });
}

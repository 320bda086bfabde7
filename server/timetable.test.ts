import { sql } from "drizzle-orm";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { ownDatabase } from "#test/in-rollback.ts";
import { type Job, timetable } from "./jobs.ts";
import { runAlone, startTimetable } from "./start-timetable.ts";

describe("the timetable", () => {
  test("runs every job on an empty platform without finding anything to do", async () => {
    const { db } = await ownDatabase();
    for (const job of timetable) await runAlone(db, job);
  });

  test("lets one process at a time run a job, and the other go on without it", async () => {
    const { db } = await ownDatabase();
    let running = 0;
    let runs = 0;
    let most = 0;
    const job: Job = {
      name: "slow",
      every: 1,
      run: async (inner) => {
        runs += 1;
        most = Math.max(most, ++running);
        await inner.execute(sql`select pg_sleep(0.1)`);
        running -= 1;
      },
    };
    await Promise.all([runAlone(db, job), runAlone(db, job), runAlone(db, job)]);
    expect(most).toBe(1);
    expect(runs).toBeLessThan(3);
    await runAlone(db, job);
    expect(running).toBe(0);
  });

  test("goes on after a job has failed, and with the others meanwhile", async () => {
    const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => complaints.mockRestore());
    const { db } = await ownDatabase();
    const counted = { fails: 0, works: 0 };
    const jobs: Job[] = [
      { name: "fails", every: 10, run: async () => Promise.reject(new Error(`failure ${++counted.fails}`)) },
      { name: "works", every: 10, run: async () => void counted.works++ },
    ];
    const going = startTimetable(db, jobs);
    onTestFinished(() => going.stop());
    await vi.waitFor(() => expect(counted.fails).toBeGreaterThan(2), { timeout: 10_000 });
    // One waits longer after each failure, the other never does.
    await vi.waitFor(() => expect(counted.works).toBeGreaterThan(counted.fails), { timeout: 10_000 });
    expect(complaints).toHaveBeenCalledTimes(1);
  });

  test("runs more jobs than there are connections, all due at the same moment", async () => {
    const { db } = await ownDatabase();
    const ran = new Set<string>();
    const jobs: Job[] = Array.from({ length: 40 }, (_, n) => ({
      name: `job ${n}`,
      every: 60_000,
      run: async (inner) => {
        await inner.execute(sql`select pg_sleep(0.02)`);
        ran.add(`job ${n}`);
      },
    }));
    const going = startTimetable(db, jobs);
    await vi.waitFor(() => expect(ran.size).toBe(jobs.length), { timeout: 20_000 });
    await going.stop();
  });
});

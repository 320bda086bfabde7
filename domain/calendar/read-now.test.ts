import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { calendarYears } from "#db/schema/calendar.ts";
import { seedCalendar } from "#db/seed/calendar.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { civilDateOf } from "./civil-date.ts";
import { moveClock } from "./move-clock.ts";
import { forgetCalendar, readNow } from "./read-now.ts";

afterEach(() => vi.unstubAllEnvs());

describe("now", () => {
  test(
    "is the machine's time, the day in Shanghai and the imported calendar",
    inRollback(async (db) => {
      await seedCalendar(db);
      const before = Date.now();
      const now = await readNow(db);
      expect(now.at.getTime()).toBeGreaterThanOrEqual(before);
      expect(now.at.getTime()).toBeLessThanOrEqual(Date.now());
      expect(now.today).toBe(civilDateOf(now.at));
      expect(now.calendar).toMatchObject({ coveredFrom: "2007-01-01", coveredUntil: "2026-12-31" });
      expect(now.calendar.dayOf("2026-10-10")).toMatchObject({ kind: "makeup", name: "国庆节" });
    }),
  );

  test(
    "keeps the calendar until it is told to forget it",
    inRollback(async (db) => {
      await seedCalendar(db);
      await readNow(db);
      await db.insert(calendarYears).values({ year: 2027 });
      expect((await readNow(db)).calendar.coveredUntil).toBe("2026-12-31");
      forgetCalendar();
      expect((await readNow(db)).calendar.coveredUntil).toBe("2027-12-31");
    }),
  );

  test(
    "covers nothing when nothing is imported, and nothing past a missing year",
    inRollback(async (db) => {
      expect((await readNow(db)).calendar.dayOf("2026-01-05").provisional).toBe(true);
      await db.insert(calendarYears).values([{ year: 2025 }, { year: 2027 }]);
      forgetCalendar();
      expect((await readNow(db)).calendar).toMatchObject({ coveredFrom: "2025-01-01", coveredUntil: "2025-12-31" });
    }),
  );

  test("asks again after a failure", async () => {
    const { db } = await ownDatabase();
    await db.execute(sql`alter table calendar_days rename to away`);
    await expect(readNow(db)).rejects.toThrow();
    await db.execute(sql`alter table away rename to calendar_days`);
    expect((await readNow(db)).calendar.dayOf("2026-10-01").works).toBe(true);
  });

  test(
    "moves with the journeys' clock only where that is switched on",
    inRollback(async (db) => {
      const day = 86_400_000;
      const ahead = async () => Math.round(((await readNow(db)).at.getTime() - Date.now()) / day);
      vi.stubEnv("GONGPU_TEST_CLOCK", "1");
      await moveClock(db, 30 * day);
      await moveClock(db, 10 * day);
      expect(await ahead()).toBe(40);
      vi.unstubAllEnvs();
      expect(await ahead()).toBe(0);
    }),
  );
});

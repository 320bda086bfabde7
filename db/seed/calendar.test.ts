import { execFileSync } from "node:child_process";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { calendarDays, calendarYears } from "#db/schema/calendar.ts";
import { inRollback } from "#test/in-rollback.ts";
import { exceptionsIn, noticedYears, seedCalendar } from "./calendar.ts";

describe("the calendar's seed", () => {
  test(
    "fills twenty years with their notices, in Chinese",
    inRollback(async (db) => {
      await seedCalendar(db);
      const years = await db.select().from(calendarYears).orderBy(calendarYears.year);
      expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 20 }, (_, i) => 2007 + i));
      expect(years[4]).toMatchObject({ notice: "国务院办公厅关于2011年部分节假日安排的通知" });
      const [may] = await db.select().from(calendarDays).where(eq(calendarDays.day, "2026-05-09"));
      expect(may).toEqual({ day: "2026-05-09", kind: "makeup", name: "劳动节" });
    }),
  );

  test(
    "changes nothing the second time, not even what was corrected",
    inRollback(async (db) => {
      await seedCalendar(db);
      const before = await db.$count(calendarDays);
      await db.delete(calendarDays).where(eq(calendarDays.day, "2026-05-09"));
      await seedCalendar(db);
      expect(await db.$count(calendarDays)).toBe(before - 1);
      expect(await db.$count(calendarYears)).toBe(20);
    }),
  );

  test(
    "finishes what was left half-way",
    inRollback(async (db) => {
      await db.insert(calendarDays).values({ day: "2026-05-09", kind: "makeup", name: "劳动节" });
      await seedCalendar(db);
      expect(await db.$count(calendarDays)).toBe(exceptionsIn(noticedYears).length);
    }),
  );

  test("has make-up days on weekends only, and no day twice", () => {
    const days = exceptionsIn(noticedYears);
    const weekdays = days
      .filter(({ kind }) => kind === "makeup")
      .map(({ day }) => new Date(`${day}T00:00:00Z`).getUTCDay());
    expect(new Set(weekdays)).toEqual(new Set([0, 6]));
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
  });

  // The package's own functions shift by a day west of UTC; the seed must not.
  test.each(["America/New_York", "Asia/Kathmandu"])("is the same in %s", (zone) => {
    const print = `import { exceptionsIn, noticedYears } from ${JSON.stringify(new URL("./calendar.ts", import.meta.url).href)};
      console.log(JSON.stringify(exceptionsIn(noticedYears)));`;
    const there = execFileSync(process.execPath, ["--input-type=module", "-e", print], {
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    });
    expect(JSON.parse(there)).toEqual(exceptionsIn(noticedYears));
  });
});

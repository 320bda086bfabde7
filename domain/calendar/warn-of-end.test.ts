import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { notices } from "#db/schema/index.ts";
import { markReadOf } from "#domain/notices/mark-read.ts";
import { countUnread } from "#domain/notices/read-notices.ts";
import { makeRegion } from "#test/factories/offices.ts";
import { makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { coverageEnd, warnOfEnd } from "./warn-of-end.ts";

describe("the end of the calendar", () => {
  test.each([
    ["2026-10-31", null],
    ["2026-11-01", 60],
    ["2026-11-02", 59],
    ["2026-12-31", 0],
    ["2027-01-05", -5],
  ] as const)("on %s is told as %s", (day, daysLeft) => {
    expect(coverageEnd(on(day))?.daysLeft ?? null).toBe(daysLeft);
  });

  test(
    "is told once to whoever administers all regions, until they have looked",
    inRollback(async (db) => {
      const root = await makeRegion(db);
      const administrator = await makePerson(db, [{ role: "administrator", regionId: root.id }]);
      const below = await makePerson(db, [{ role: "administrator", regionId: (await makeRegion(db, root)).id }]);
      expect(await warnOfEnd(db, on("2026-10-31"))).toBe(0);
      expect(await warnOfEnd(db, on("2026-11-02"))).toBe(1);
      expect(await warnOfEnd(db, on("2026-11-03"))).toBe(0);
      expect(await db.$count(notices, eq(notices.personId, below.id))).toBe(0);
      expect(await countUnread(db, administrator)).toBe(1);
      await markReadOf(db, administrator, "calendar.ends", on("2026-11-03"));
      expect(await countUnread(db, administrator)).toBe(0);
    }),
  );
});

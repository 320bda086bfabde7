import { describe, expect, test } from "vitest";
import { policies } from "#db/schema/index.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { defaults } from "./policies.ts";
import { readPolicies } from "./read-policies.ts";

const term = (length: number) => ({ unit: "days", length });

describe("policies", () => {
  test(
    "hold from their day on, the default before",
    inRollback(async (db) => {
      await db.insert(policies).values([
        { name: "judging", validFrom: "2026-09-01", value: term(10) },
        { name: "judging", validFrom: "2026-10-01", value: term(20) },
      ]);
      const judging = async (day: Parameters<typeof readPolicies>[1]) => (await readPolicies(db, day)).judging;
      expect(await judging("2026-08-31")).toEqual(defaults.judging);
      expect(await judging("2026-09-30")).toEqual(term(10));
      expect(await judging("2026-10-01")).toEqual(term(20));
    }),
  );

  test(
    "never go beyond the law: sixty days to finish",
    inRollback(async (db) => {
      await db.insert(policies).values({ name: "finish.ordinary", validFrom: "2026-01-01", value: term(90) });
      const letter = await makeLetter(db, { state: "assigned", at: on("2026-09-18") });
      expect(await runningClock(db, letter, "finish")).toMatchObject({ dueOn: "2026-11-17" });
    }),
  );

  test(
    "may be stricter than the default",
    inRollback(async (db) => {
      const value = { unit: "workdays", length: 5 };
      await db.insert(policies).values({ name: "finish.ordinary", validFrom: "2026-01-01", value });
      const letter = await makeLetter(db, { state: "assigned", at: on("2026-09-18") });
      expect(await runningClock(db, letter, "finish")).toMatchObject({ dueOn: "2026-09-24" });
    }),
  );
});

import { describe, expect, test } from "vitest";
import { policies } from "#db/schema/index.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { foretellAccept, foretellFinish } from "./foretell.ts";

describe("telling a date before its clock starts", () => {
  test(
    "each class of term has its own",
    inRollback(async (db) => {
      const { inquiry, hard, danger } = await foretellFinish(db, on("2026-09-18"));
      expect(inquiry).toMatchObject({ on: "2026-09-24", at: null, term: { unit: "workdays", length: 5 } });
      expect(hard).toMatchObject({ on: "2026-10-19", term: { unit: "days", length: 30 } });
      expect(danger.at?.getTime()).toBe(on("2026-09-18").at.getTime() + 2 * 3_600_000);
    }),
  );

  test(
    "a holiday is skipped and a make-up day counted, as the clock will do it",
    inRollback(async (db) => {
      expect((await foretellAccept(db, on("2026-09-30"))).on).toBe("2026-10-10");
    }),
  );

  test(
    "a changed policy changes it",
    inRollback(async (db) => {
      await db
        .insert(policies)
        .values({ name: "accept", validFrom: "2026-09-01", value: { unit: "workdays", length: 1 } });
      expect((await foretellAccept(db, on("2026-09-16"))).on).toBe("2026-09-17");
    }),
  );
});

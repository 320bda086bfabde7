import { describe, expect, test } from "vitest";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { keepHandover, readHandover, takeHandover } from "./handovers.ts";

const now = on("2026-11-22");
const typed = { path: "/write", fields: { title: "水压不足" } };

describe("what was typed before signing in", () => {
  test(
    "comes back once, to who has its token",
    inRollback(async (db) => {
      const token = await keepHandover(db, typed, now);
      expect(await takeHandover(db, `${token}x`, now)).toBeNull();
      expect(await takeHandover(db, token, now)).toMatchObject(typed);
      expect(await takeHandover(db, token, now)).toBeNull();
    }),
  );

  test(
    "can be looked at before, as often as its page is loaded",
    inRollback(async (db) => {
      const token = await keepHandover(db, typed, now);
      for (let look = 0; look < 2; look += 1) expect(await readHandover(db, token, now)).toMatchObject(typed);
      expect(await readHandover(db, token, on("2026-11-22", "11:01"))).toBeNull();
    }),
  );

  test(
    "says why it was not taken",
    inRollback(async (db) => {
      const refusal = { key: "letters.tooLate", details: { state: "closed" } };
      const token = await keepHandover(db, { ...typed, refusal }, now);
      expect(await takeHandover(db, token, now)).toMatchObject({ refusal: refusal.key, details: refusal.details });
    }),
  );

  test(
    "waits two hours and no longer",
    inRollback(async (db) => {
      const token = await keepHandover(db, typed, now);
      expect(await takeHandover(db, token, on("2026-11-22", "11:01"))).toBeNull();
    }),
  );

  test(
    "is refused when it is no form any more",
    inRollback(async (db) => {
      const fields = { body: "水".repeat(50_000) };
      await expect(keepHandover(db, { ...typed, fields }, now)).rejects.toMatchObject({ key: "drafts.tooLong" });
    }),
  );
});

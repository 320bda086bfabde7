import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { readGlance } from "./read-glance.ts";

const sent = on("2026-09-01");

/** One letter in each of these states, all of the same day. */
async function makeLetters(db: Db) {
  const waiting = await makeLetter(db, { state: "submitted", at: sent });
  const asked = await makeLetter(db, { state: "clarifying", at: sent });
  const handled = await makeLetter(db, { state: "assigned", at: sent });
  const closed = await makeLetter(db, { state: "closed", at: sent });
  const secret = await makeLetter(db, { state: "assigned", visibility: "handlers", at: sent });
  const accusation = await makeLetter(db, { state: "submitted", kind: "accusation", at: sent });
  return { waiting, asked, handled, closed, secret, accusation };
}

describe("where the letters stand, in one look", () => {
  test.each(["2026-09-01", "2026-09-04", "2026-09-05", "2026-09-18", "2026-09-23", "2027-03-01"] as const)(
    "on %s the counts by lamp are those of the letters' own lights",
    (day) =>
      inRollback(async (db) => {
        await makeLetters(db);
        const { lamps, open, urgent } = await readGlance(db, on(day));
        const counted = Map.groupBy(urgent, ({ light }) => light!.lamp);
        for (const [lamp, n] of Object.entries(lamps))
          expect([lamp, n]).toEqual([lamp, counted.get(lamp as never)?.length ?? 0]);
        expect(open).toBe(4);
      })(),
  );

  test(
    "what has least time left stands first, what stands still last, and an accusation nowhere",
    inRollback(async (db) => {
      const { waiting, asked, handled, closed, secret, accusation } = await makeLetters(db);
      const glance = await readGlance(db, on("2026-09-02"));
      expect(glance.urgent.map(({ number }) => number)).toEqual(
        [waiting, handled, secret, asked].map(({ number }) => number),
      );
      expect(glance.closed.map(({ number }) => number)).toEqual([closed.number]);
      expect(JSON.stringify(glance)).not.toContain(accusation.number);
    }),
  );

  test(
    "a letter that only its handlers read shows number, mailbox, state and lamp, and not a word more",
    inRollback(async (db) => {
      const secret = await makeLetter(db, { state: "assigned", visibility: "handlers", title: "谁也不告诉", at: sent });
      const { urgent } = await readGlance(db, on("2026-09-02"));
      expect(urgent[0]).toMatchObject({
        number: secret.number,
        state: "assigned",
        open: null,
        light: { lamp: "green" },
      });
      expect(JSON.stringify(urgent)).not.toContain("谁也不告诉");
    }),
  );
});

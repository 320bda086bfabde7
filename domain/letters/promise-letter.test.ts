import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { promises } from "#db/schema/index.ts";
import { readPerson } from "#domain/access/actor.ts";
import { eventsOf } from "#test/events-of.ts";
import { fourParts, makeLetter } from "#test/factories/letters.ts";
import { makeHandler, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { answerWithPromise } from "./answer-with-promise.ts";
import { findLetter } from "./letter.ts";
import { breakPromises, keepPromise, makePromise, mostPromises } from "./promise-letter.ts";
import { rateLetter } from "./rate-letter.ts";
import { readPublicLetter } from "./read-public-letter.ts";

const words = "雨后三天内补齐路面。";
const now = on("2026-09-18");

async function closed(db: Db) {
  const letter = await makeLetter(db, { state: "closed", at: on("2026-09-10") });
  return { letter, lead: await makeHandler(db, letter.leadOfficeId), says: { letterId: letter.id, words } };
}

/** As everybody sees them. */
async function shown(db: Db, number: string, at = now) {
  const letter = await readPublicLetter(db, number, at);
  return letter?.face === "open" ? letter.promises : [];
}

describe("a promise", () => {
  test(
    "has its own light, also on a letter that is closed, and several stand side by side",
    inRollback(async (db) => {
      const { letter, lead, says } = await closed(db);
      await makePromise(db, lead, { ...says, due: "2026-09-30" }, now);
      await makePromise(db, await makeOperator(db, letter.leadOfficeId), { ...says, due: "2027-02-14" }, now);
      const [near, far] = await shown(db, letter.number);
      expect(near).toMatchObject({ state: "open", words, dueOn: "2026-09-30", light: { lamp: "green" } });
      // A day that was named is certain, although the calendar of its year is not known, and does not roll off a Sunday.
      expect(far).toMatchObject({ dueOn: "2027-02-14", light: { lamp: "green", dueOn: "2027-02-14" } });
      expect((await shown(db, letter.number, on("2026-09-29")))[0]).toMatchObject({ light: { lamp: "amber" } });
      expect((await findLetter(db, letter.id))?.state).toBe("closed");
    }),
  );

  test(
    "is kept in words, once; who does not lead neither makes nor keeps one",
    inRollback(async (db) => {
      const { letter, lead, says } = await closed(db);
      await makePromise(db, lead, { ...says, due: "2026-09-30" }, now);
      const [made] = await shown(db, letter.number);
      const done = { letterId: letter.id, promiseId: made!.id, words: "已补齐。" };
      const other = await makeHandler(db);
      await expect(makePromise(db, other, { ...says, due: "2026-09-30" }, now)).rejects.toMatchObject({
        key: "forbidden",
      });
      await expect(keepPromise(db, other, done, now)).rejects.toMatchObject({ key: "forbidden" });
      await keepPromise(db, lead, done, on("2026-09-29"));
      expect(await shown(db, letter.number, on("2026-10-20"))).toMatchObject([
        { state: "kept", done: "已补齐。", light: { lamp: "met" } },
      ]);
      await expect(keepPromise(db, lead, done, on("2026-09-29"))).rejects.toMatchObject({ key: "letters.promiseKept" });
      expect(await breakPromises(db, on("2026-10-20"))).toBe(0);
    }),
  );

  test(
    "is not kept through another letter",
    inRollback(async (db) => {
      const { letter, lead, says } = await closed(db);
      await makePromise(db, lead, { ...says, due: "2026-09-30" }, now);
      const [made] = await shown(db, letter.number);
      const other = await makeLetter(db, { state: "assigned", leadOfficeId: letter.leadOfficeId!, at: now });
      const input = { letterId: other.id, promiseId: made!.id, words: "已补齐。" };
      await expect(keepPromise(db, lead, input, now)).rejects.toMatchObject({ key: "letters.promiseMissing" });
    }),
  );

  test(
    "is broken by the timetable when its day has passed, once, and stays in view",
    inRollback(async (db) => {
      const { letter, lead, says } = await closed(db);
      await makePromise(db, lead, { ...says, due: "2026-09-22" }, now);
      expect(await breakPromises(db, on("2026-09-22", "23:59"))).toBe(0);
      expect(await breakPromises(db, on("2026-09-23", "00:00"))).toBe(1);
      expect(await breakPromises(db, on("2026-09-23"))).toBe(0);
      const [broken] = await shown(db, letter.number, on("2026-10-20"));
      expect(broken).toMatchObject({ state: "broken", words, light: { lamp: "missed" } });
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({
        what: "letter.break",
        role: "clock",
        public: true,
        counts: { promise: broken!.id },
      });
      const late = { letterId: letter.id, promiseId: broken!.id, words: "已补齐。" };
      await expect(keepPromise(db, lead, late, on("2026-09-24"))).rejects.toMatchObject({
        key: "letters.promiseBroken",
      });
    }),
  );

  test(
    "needs a day to come, not too far, and there are no more of them than can be read",
    inRollback(async (db) => {
      const { letter, lead, says } = await closed(db);
      for (const due of ["2026-09-18", "2026-09-17", "2030-01-01"]) {
        await expect(makePromise(db, lead, { ...says, due }, now)).rejects.toMatchObject({
          key: "letters.promiseDate",
        });
      }
      for (let n = 0; n < mostPromises; n += 1) await makePromise(db, lead, { ...says, due: "2026-09-30" }, now);
      await expect(makePromise(db, lead, { ...says, due: "2026-09-30" }, now)).rejects.toMatchObject({
        key: "letters.promisesEnough",
      });
      expect(await db.$count(promises, eq(promises.letterId, letter.id))).toBe(mostPromises);
    }),
  );

  test(
    "goes out with the answer or not at all",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned", at: now });
      const lead = await makeHandler(db, letter.leadOfficeId);
      const answer = { letterId: letter.id, ...fourParts };
      const both = (due: string, promise = words) => answerWithPromise(db, lead, { ...answer, promise, due }, now);
      await expect(both("2026-09-01")).rejects.toMatchObject({ key: "letters.promiseDate" });
      await expect(both("")).rejects.toMatchObject({ key: "letters.promiseUndated" });
      await expect(both("2026-09-30", "")).rejects.toMatchObject({ key: "letters.promiseWordless" });
      expect((await findLetter(db, letter.id))?.state).toBe("assigned");
      expect((await both("2026-09-30")).state).toBe("answered");
      expect(await shown(db, letter.number)).toMatchObject([{ words, dueOn: "2026-09-30" }]);

      const author = (await readPerson(db, letter.authorId!))!;
      const verdict = { solved: "yes", attitude: "satisfied", speed: "satisfied" } as const;
      await rateLetter(db, author, { letterId: letter.id, ...verdict }, on("2026-09-21"));
      expect(await shown(db, letter.number)).toMatchObject([{ state: "open", light: { lamp: "green" } }]);
    }),
  );

  test(
    "tells everybody nothing of what is not public",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned", visibility: "handlers", at: now });
      const lead = await makeHandler(db, letter.leadOfficeId);
      await makePromise(db, lead, { letterId: letter.id, words, due: "2026-09-30" }, now);
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ what: "letter.promise", public: false });
      expect((await readPublicLetter(db, letter.number, now))?.face).toBe("shut");
    }),
  );
});

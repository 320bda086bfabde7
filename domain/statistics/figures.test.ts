import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import { acceptLetter } from "#domain/letters/accept-letter.ts";
import { answerLetter } from "#domain/letters/answer-letter.ts";
import { assignLetter } from "#domain/letters/assign-letter.ts";
import { lapseJudgings } from "#domain/letters/lapse.ts";
import { rateLetter, reopenLetter } from "#domain/letters/rate-letter.ts";
import { fourParts, makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { countedUpToNow, storedFigures } from "#test/statistics.ts";
import { groupings } from "./figures.ts";
import { type Proof, proveFigures } from "./prove.ts";
import { readFigures } from "./read-figures.ts";
import { rebuildFigures } from "./rebuild.ts";
import type { Scope } from "./scope.ts";
import { medianDays, sumFigures, totalOf } from "./sum-figures.ts";

const sent = on("2026-09-01");
const scope = (given: Partial<Scope> = {}) => given as Scope;

/** A letter handled, answered late, judged 否 and reopened, answered again and judged 是. */
async function twiceAnswered(db: Db, mailboxId: number) {
  const author = await makeCitizen(db);
  const [one, other] = [await makeOffice(db), await makeOffice(db)];
  const letter = await makeLetter(db, { state: "assigned", leadOfficeId: one.id, mailboxId, author, at: sent });
  const operator = await makeOperator(db, letter.mailbox.officeId);
  const letterId = letter.id;
  await assignLetter(db, operator, { letterId, lead: other.slug }, on("2026-09-07"));
  const handler = await makeHandler(db, other.id);
  await answerLetter(db, handler, { letterId, ...fourParts }, on("2026-11-02"));
  const bad = { solved: "no", attitude: "dissatisfied", speed: "very_dissatisfied" } as const;
  await reopenLetter(db, author, { letterId, ...bad, words: "没有解决。" }, on("2026-11-04"));
  await answerLetter(
    db,
    handler,
    { letterId, ...fourParts, facts: "四楼以上早晚高峰的水压已经逐户测过，都恢复了。" },
    on("2026-11-09"),
  );
  const good = { solved: "yes", attitude: "acceptable", speed: "satisfied" } as const;
  await rateLetter(db, author, { letterId, ...good }, on("2026-11-12"));
  return letter;
}

async function manyLetters(db: Db) {
  const mailbox = await makeMailbox(db);
  const mailboxId = mailbox.id;
  for (const state of ["submitted", "clarifying", "refused", "withdrawn", "assigned", "closed"] as const)
    await makeLetter(db, { state, mailboxId, at: sent });
  const silent = await makeLetter(db, { state: "answered", mailboxId, at: on("2026-09-03") });
  await lapseJudgings(db, on("2026-09-30"));
  const twice = await twiceAnswered(db, mailboxId);
  await makeLetter(db, { state: "submitted", kind: "accusation", mailboxId, at: sent });
  await makeLetter(db, { state: "closed", kind: "inquiry", visibility: "handlers", at: on("2026-10-08") });
  return { mailbox, silent, twice };
}

describe("the stored figures", () => {
  test(
    "are, event by event, what they are from scratch",
    inRollback(async (db) => {
      await manyLetters(db);
      await countedUpToNow(db);
      const kept = await storedFigures(db);
      await rebuildFigures(db);
      expect(await storedFigures(db)).toEqual(kept);
      expect(kept.facts).toHaveLength(9);
    }),
  );

  test(
    "change nothing when the same events come again",
    inRollback(async (db) => {
      await manyLetters(db);
      await countedUpToNow(db);
      const kept = await storedFigures(db);
      await countedUpToNow(db);
      expect(await storedFigures(db)).toEqual(kept);
    }),
  );

  test(
    "count every letter of a mailbox once, the refused and the withdrawn too, and an accusation nowhere",
    inRollback(async (db) => {
      const { mailbox } = await manyLetters(db);
      await countedUpToNow(db);
      expect(await readFigures(db, { mailboxId: mailbox.id })).toEqual({ received: 8, answered: 3, onTime: 2 });
      expect(await readFigures(db, "all")).toEqual({ received: 9, answered: 4, onTime: 3 });
      const total = await totalOf(db, scope({ mailbox: mailbox.slug }), on("2026-12-01"));
      expect(total).toMatchObject({ refused: 1, withdrawn: 1, closed: 3, unrated: 1, judged: 2, solved: 2 });
      expect(total).toMatchObject({ reopened: 1, hops: 1, satisfied: 1, acceptable: 1, speedSatisfied: 2 });
    }),
  );

  test(
    "lose a letter that turns out to be an accusation, also for the days before",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "submitted", kind: "complaint", at: sent });
      await countedUpToNow(db);
      expect(await readFigures(db, "all")).toMatchObject({ received: 1 });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      await acceptLetter(
        db,
        operator,
        { letterId: letter.id, kind: "accusation", termClass: "ordinary" },
        on("2026-09-02"),
      );
      await countedUpToNow(db);
      expect(await readFigures(db, "all")).toMatchObject({ received: 0 });
      expect(await totalOf(db, scope({ asof: "2026-09-01" }), on("2026-09-05"))).toMatchObject({ received: 0 });
    }),
  );

  test(
    "say an answer is the leader's own only when the leader who was written to gave the first one",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id, officeId: leader.officeId });
      const own = await makeLetter(db, {
        state: "assigned",
        mailboxId: mailbox.id,
        leadOfficeId: leader.officeId,
        at: sent,
      });
      await makeLetter(db, { state: "answered", mailboxId: mailbox.id, at: sent });
      const holder = await makeHolder(db, leader.id);
      await answerLetter(
        db,
        holder,
        { letterId: own.id, ...fourParts, facts: "我到四楼看过早晚高峰的水压，住户说的情况属实。" },
        on("2026-09-04"),
      );
      await countedUpToNow(db);
      const [figures] = (await sumFigures(db, scope(), "leader", on("2026-09-10"))).values();
      expect(figures).toMatchObject({ received: 2, answered: 2, personally: 1 });
    }),
  );
});

describe("as of a day", () => {
  test.each<[CivilDate, object]>([
    ["2026-08-31", { received: 0 }],
    ["2026-09-01", { received: 1, answered: 0, hops: 0 }],
    ["2026-09-07", { received: 1, answered: 0, hops: 1 }],
    ["2026-11-02", { answered: 1, onTime: 0, judged: 0, reopened: 0 }],
    ["2026-11-04", { answered: 1, judged: 1, unsolved: 1, solved: 0, dissatisfied: 1, reopened: 1, closed: 0 }],
    ["2026-11-12", { answered: 1, judged: 1, unsolved: 0, solved: 1, acceptable: 1, dissatisfied: 0, closed: 1 }],
  ])("%s nothing counts that came later", (asof, expected) =>
    inRollback(async (db) => {
      await twiceAnswered(db, (await makeMailbox(db)).id);
      await countedUpToNow(db);
      expect(await totalOf(db, scope({ asof }), on("2026-12-01"))).toMatchObject(expected);
    })(),
  );

  test(
    "the sums say the same as the facts of each letter, whatever they are told apart by",
    inRollback(async (db) => {
      await manyLetters(db);
      await countedUpToNow(db);
      const [stored, facts] = [on("2026-12-01"), on("2026-12-02")];
      for (const group of [null, ...groupings]) {
        // On the second day the first one is over: only the facts can tell of it.
        const past = scope({ asof: "2026-12-01", to: "2026-12-01" });
        expect(await sumFigures(db, past, group, facts)).toEqual(await sumFigures(db, scope(), group, stored));
        expect(await medianDays(db, past, group, facts)).toEqual(await medianDays(db, scope(), group, stored));
      }
      expect((await medianDays(db, scope(), null, stored)).get("")).toBe(0);
    }),
  );

  test(
    "letters are taken by the days on which they came in, both included",
    inRollback(async (db) => {
      await makeLetter(db, { state: "submitted", at: on("2026-09-01", "00:00") });
      await makeLetter(db, { state: "submitted", at: on("2026-09-02", "23:59") });
      await makeLetter(db, { state: "submitted", at: on("2026-09-03", "00:00") });
      await countedUpToNow(db);
      const days = scope({ from: "2026-09-01", to: "2026-09-02" });
      expect(await totalOf(db, days, on("2026-09-20"))).toMatchObject({ received: 2 });
    }),
  );
});

describe("the nightly proof", () => {
  const proved = async (db: Db, day: CivilDate, time = "02:00"): Promise<Proof | null> =>
    proveFigures(db, on(day, time));

  test(
    "finds nothing where nothing has drifted, runs once a night, and not by day before two",
    inRollback(async (db) => {
      await manyLetters(db);
      await countedUpToNow(db);
      expect(await proved(db, "2026-12-01", "01:59")).toBeNull();
      expect(await proved(db, "2026-12-01")).toEqual({ facts: 0, sums: 0 });
      expect(await proved(db, "2026-12-01", "03:00")).toBeNull();
      expect(await proved(db, "2026-12-02")).toEqual({ facts: 0, sums: 0 });
    }),
  );

  test(
    "repairs what somebody has changed behind the figures' back, and leaves a record of it",
    inRollback(async (db) => {
      const { silent, mailbox } = await manyLetters(db);
      await countedUpToNow(db);
      const right = await storedFigures(db);
      await db.execute(sql`update letter_facts set on_time = false where letter_id = ${silent.id}`);
      await db.execute(
        sql`update figures set answered = answered + 100 where by = 'mailbox' and key_id = ${mailbox.id}`,
      );
      const proof = (await proved(db, "2026-12-01"))!;
      expect(proof.facts).toBe(1);
      expect(proof.sums).toBeGreaterThan(0);
      expect(await storedFigures(db)).toEqual(right);
      const [event] = await db.execute(sql`select counts from events where what = 'statistics.prove'`);
      expect(event!.counts).toEqual(proof);
    }),
  );

  test(
    "does not take for drift what is still on its way",
    inRollback(async (db) => {
      await manyLetters(db);
      expect(await proved(db, "2026-12-01")).toEqual({ facts: 0, sums: 0 });
    }),
  );
});

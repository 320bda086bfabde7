import { and, eq, isNotNull, isNull } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { clocks, events, type LetterState, letterOffices, letters, pauses } from "#db/schema/index.ts";
import { clock, type Person, readPerson } from "#domain/access/actor.ts";
import { isRefusal, Refusal } from "#domain/refusal.ts";
import { eventsOf } from "#test/events-of.ts";
import { fourParts, makeLetter, otherParts } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice } from "#test/factories/offices.ts";
import { makeHandler, makeHolder, makeOperator, makeTriage } from "#test/factories/people.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { acceptLetter } from "./accept-letter.ts";
import { answerLetter } from "./answer-letter.ts";
import { askWriter, supplyWords } from "./ask-and-supply.ts";
import { assignLetter } from "./assign-letter.ts";
import { isLetters, isWriters } from "./clock-kinds.ts";
import { askExtension, denyExtension, grantExtension } from "./extend-letter.ts";
import { instruct } from "./instruct.ts";
import { findLetter } from "./letter.ts";
import { objectToLetter, overruleObjection, upholdObjection } from "./object-letter.ts";
import { breakPromises, makePromise } from "./promise-letter.ts";
import { rateLetter, reopenLetter } from "./rate-letter.ts";
import { refuseLetter } from "./refuse-letter.ts";
import { respondToRating } from "./respond-rating.ts";
import { sendAgain } from "./send-again.ts";
import { rowOf, type Step } from "./steps.ts";
import { takeStep } from "./take-step.ts";
import { withdrawLetter } from "./withdraw-letter.ts";

const verdict = { solved: "no", attitude: "dissatisfied", speed: "satisfied" } as const;

describe("two at once", () => {
  test("of two who accept the same letter one does, and the other hears who was quicker", async () => {
    const { db } = await ownDatabase();
    const letter = await makeLetter(db);
    const operators = await Promise.all([1, 2].map(() => makeOperator(db, letter.mailbox.officeId)));
    const input = { letterId: letter.id, kind: "complaint" as const, termClass: "ordinary" as const };
    const tries = await Promise.allSettled(
      operators.map((operator) =>
        acceptLetter(db, operator, { ...input, publicTitle: "水", publicBody: "没水" }, on("2026-09-18")),
      ),
    );
    const refused = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toMatchObject([{ key: "letters.overtaken", details: { state: "accepted" } }]);
    expect((await eventsOf(db, letter)).map(({ what }) => what)).toEqual(["letter.send", "letter.accept"]);
    expect(
      await db
        .select()
        .from(clocks)
        .where(and(eq(clocks.letterId, letter.id), eq(clocks.what, "finish"))),
    ).toHaveLength(1);
  });

  test("of twenty who send at once each has a number of their own, without a gap", async () => {
    const { db } = await ownDatabase();
    const mailboxId = (await makeMailbox(db)).id;
    const made = await Promise.all(Array.from({ length: 20 }, () => makeLetter(db, { mailboxId })));
    const numbers = made.map(({ number }) => number).sort();
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => `HY-2026-${String(i + 1).padStart(5, "0")}`));
  });
});

describe("a refused step", () => {
  test(
    "changes nothing, whatever was written before the refusal",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const lead = await makeHandler(db, letter.leadOfficeId);
      const before = await stateOf(db, letter.id);
      await expect(
        takeStep(db, lead, letter.id, "progress", on("2026-09-21"), async (tx) => {
          await tx.update(letters).set({ urges: 9 }).where(eq(letters.id, letter.id));
          throw new Refusal("letters.sameOffices");
        }),
      ).rejects.toMatchObject({ key: "letters.sameOffices" });
      expect(await stateOf(db, letter.id)).toEqual(before);
    }),
  );
});

describe("sending again", () => {
  test(
    "makes a new letter of a withdrawn one, for its writer alone",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "withdrawn", phone: "13812345678" });
      const author = (await readPerson(db, letter.authorId!))!;
      const again = await sendAgain(db, author, { letterId: letter.id }, on("2026-10-09"));
      expect(again.letter).toMatchObject({ state: "submitted", body: letter.body, mailboxId: letter.mailboxId });
      expect(again.letter.number).not.toBe(letter.number);
      const operator = await makeOperator(db, letter.mailbox.officeId);
      await expect(sendAgain(db, operator, { letterId: letter.id }, on("2026-10-09"))).rejects.toMatchObject({
        key: "letters.missing",
      });
      await expect(sendAgain(db, author, { letterId: again.letter.id }, on("2026-10-09"))).rejects.toMatchObject({
        key: "letters.tooLate",
      });
    }),
  );
});

async function stateOf(db: Db, letterId: number) {
  const [letter] = await db.select().from(letters).where(eq(letters.id, letterId));
  const times = await db.select().from(clocks).where(eq(clocks.letterId, letterId)).orderBy(clocks.id);
  return { letter, times, events: (await eventsOf(db, { id: letterId })).length };
}

/** Which clocks a letter lives by in which state; of those an office owns all stand still while the writer is asked. */
const running: Record<LetterState, string[][]> = {
  submitted: [["accept"]],
  clarifying: [
    ["accept", "supply"],
    ["finish", "supply"],
  ],
  accepted: [["finish"]],
  assigned: [["finish"]],
  answered: [["judging"]],
  closed: [[]],
  refused: [[]],
  withdrawn: [[]],
};

/** In which states a clock may burn beside them; a promise outlives them all. */
const beside: Partial<Record<LetterState, string[]>> = {
  clarifying: ["object"],
  assigned: ["object"],
  closed: ["respond"],
};

interface Cast {
  author: Person;
  operator: Person;
  triage: Person;
  leader: Person;
  handlers: Person[];
  heads: Person[];
  offices: { id: number; slug: string }[];
}

const says = (letterId: number) => ({ letterId, words: "请办。" });

/** Something somebody tries at a moment of their own; most of it comes at the wrong time. */
const tries: ((db: Db, cast: Cast, id: number, n: number, now: ReturnType<typeof on>) => Promise<unknown>)[] = [
  (db, { operator }, id, _, now) =>
    acceptLetter(
      db,
      operator,
      { letterId: id, kind: "complaint", termClass: "hard", publicTitle: "水", publicBody: "水" },
      now,
    ),
  (db, { operator, offices }, id, n, now) =>
    assignLetter(
      db,
      operator,
      { letterId: id, lead: offices[n % 3]!.slug, assisting: [offices[(n + 1) % 3]!.slug] },
      now,
    ),
  (db, { operator }, id, _, now) => askWriter(db, operator, says(id), now),
  (db, { author }, id, _, now) => supplyWords(db, author, says(id), now),
  async (db, { handlers, offices }, id, n, now) => {
    const at = n % 3 === 0 ? 0 : await leadAmong(db, offices, id);
    return answerLetter(db, handlers[at]!, { letterId: id, ...(Math.floor(n / 2) % 2 ? otherParts : fourParts) }, now);
  },
  (db, { author }, id, _, now) => reopenLetter(db, author, { letterId: id, ...verdict, words: "还是没水。" }, now),
  (db, { leader }, id, _, now) => instruct(db, leader, { ...says(id), due: now.today }, now),
  (db, { author }, id, n, now) =>
    n % 4 === 0 ? rateLetter(db, author, { letterId: id, ...verdict }, now) : Promise.resolve(),
  (db, { author }, id, n, now) => (n === 8 ? withdrawLetter(db, author, { letterId: id }, now) : Promise.resolve()),
  (db, { operator }, id, n, now) =>
    n === 8 ? refuseLetter(db, operator, { letterId: id, code: "duplicate", words: "重复。" }, now) : Promise.resolve(),
  async (db, { handlers, offices }, id, n, now) => {
    const lead = handlers[await leadAmong(db, offices, id)]!;
    if (n % 4 === 0) return askExtension(db, lead, { ...says(id), days: 10 + n }, now);
    if (n % 4 === 1) return makePromise(db, lead, { ...says(id), due: n % 8 === 1 ? "2026-03-09" : "2026-05-08" }, now);
    return n % 4 === 2 ? objectToLetter(db, lead, says(id), now) : respondToRating(db, lead, says(id), now);
  },
  async (db, { heads, triage, offices }, id, n, now) => {
    const head = heads[await leadAmong(db, offices, id)]!;
    const decisions = [
      () => upholdObjection(db, triage, says(id), now),
      () => overruleObjection(db, triage, says(id), now),
      () => grantExtension(db, head, says(id), now),
      () => denyExtension(db, head, says(id), now),
      () => breakPromises(db, now),
    ];
    return decisions[n % decisions.length]!();
  },
  (db, _, id, n, now) =>
    n > 3 ? Promise.resolve() : takeStep(db, clock, id, (n % 2 ? "lapse" : "abandon") satisfies Step, now),
];

async function leadAmong(db: Db, offices: Cast["offices"], id: number): Promise<number> {
  const lead = (await findLetter(db, id))!.leadOfficeId;
  const at = offices.findIndex((office) => office.id === lead);
  return Math.max(at, 0);
}

const seen = new Set<LetterState>();

/** Accepted, assigned, asked, supplied, assigned anew, instructed, answered, reopened, answered, judged. */
const wholeLife = [0, 1, 2, 3, 1, 6, 4, 5, 4, 7].map((who, i) => ({ who, n: who === 7 ? 4 : i }));

describe("whatever people try, in whatever order", () => {
  test("clocks, offices and record agree with the state", async () => {
    const walk = fc.array(fc.record({ who: fc.nat(tries.length - 1), n: fc.nat(20) }), {
      minLength: 10,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(walk, async (moves) => {
        await inRollback(async (db) => {
          const leader = await makeLeader(db);
          const letter = await makeLetter(db, {
            mailboxId: (await makeMailbox(db, { leaderId: leader.id })).id,
            at: on("2026-03-02"),
          });
          const offices = [await makeOffice(db), await makeOffice(db), await makeOffice(db)];
          const cast: Cast = {
            author: (await readPerson(db, letter.authorId!))!,
            operator: await makeOperator(db, letter.mailbox.officeId),
            triage: await makeTriage(db, letter.mailbox.lineage.at(-1)!),
            leader: await makeHolder(db, leader.id),
            handlers: await Promise.all(offices.map(({ id }) => makeHandler(db, id))),
            heads: await Promise.all(offices.map(({ id }) => makeOperator(db, id))),
            offices,
          };
          let day = 0;
          for (const { who, n } of moves) {
            day += 1;
            const now = on(
              `2026-0${3 + Math.floor(day / 28)}-${String((day % 28) + 1).padStart(2, "0")}` as "2026-03-02",
            );
            const before = await stateOf(db, letter.id);
            try {
              await tries[who]!(db, cast, letter.id, n, now);
            } catch (error) {
              if (!isRefusal(error)) throw error;
              expect(await stateOf(db, letter.id)).toEqual(before);
            }
            await agrees(db, letter.id);
          }
        })();
      }),
      { numRuns: 8, examples: [[wholeLife]] },
    );
    expect([...seen]).toEqual(expect.arrayContaining(["accepted", "assigned", "clarifying", "answered", "closed"]));
  }, 120_000);
});

async function agrees(db: Db, letterId: number): Promise<void> {
  const [letter] = await db.select().from(letters).where(eq(letters.id, letterId));
  const state = letter!.state;
  seen.add(state);
  const run = await db
    .select()
    .from(clocks)
    .where(and(eq(clocks.letterId, letterId), isNull(clocks.stoppedAt)));
  const names = run.map(({ what }) => what).sort();
  expect(running[state]).toContainEqual(names.filter((what) => isLetters(what) || isWriters(what)));
  const others = names.filter((what) => !isLetters(what) && !isWriters(what) && what !== "promise");
  expect(beside[state] ?? []).toEqual(expect.arrayContaining(others));
  for (const { what, pausedAt, id } of run) {
    expect(pausedAt !== null).toBe(state === "clarifying" && isLetters(what));
    const open = await db
      .select()
      .from(pauses)
      .where(and(eq(pauses.clockId, id), isNull(pauses.untilAt)));
    expect(open).toHaveLength(pausedAt ? 1 : 0);
  }
  const lead = await db
    .select()
    .from(letterOffices)
    .where(and(eq(letterOffices.letterId, letterId), isNull(letterOffices.untilAt), eq(letterOffices.part, "lead")));
  expect(lead.map(({ officeId }) => officeId)).toEqual(letter!.leadOfficeId === null ? [] : [letter!.leadOfficeId]);
  const finish = run.find(({ what }) => what === "finish");
  if (finish && letter!.leadOfficeId) expect(finish.officeId).toBe(letter!.leadOfficeId);
  const last = (await eventsOf(db, { id: letterId })).findLast(({ counts }) => counts.to !== undefined);
  expect(last?.counts.to).toBe(state);
  // What moved is in the record, and its row allows it.
  const moved = await db
    .select()
    .from(events)
    .where(and(eq(events.subject, `letter:${letterId}`), isNotNull(events.role)));
  expect(
    moved.every(({ what }) => what === "letter.send" || rowOf(what.replace("letter.", "") as Step) !== undefined),
  ).toBe(true);
}

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { clocks, letters } from "#db/schema/index.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeHolder, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { claimLetter } from "./claims.ts";
import { instruct } from "./instruct.ts";
import { readLeaderToday } from "./leader-today.ts";
import { listDeskLetters } from "./list-desk-letters.ts";

const sent = on("2026-09-18");

describe("a queue", () => {
  const byPages = async (db: Db, actor: Parameters<typeof listDeskLetters>[1]) => {
    const ids: number[] = [];
    for (let after: number | undefined; ; ) {
      const page = await listDeskLetters(db, actor, { after }, sent);
      ids.push(...page.rows.map(({ id }) => id));
      if (page.next === null) return { ids, total: page.total };
      after = page.next;
    }
  };

  test(
    "is oldest due first, what was urged before its neighbours, page after page without a gap",
    inRollback(async (db) => {
      const mailbox = await makeMailbox(db);
      const operator = await makeOperator(db, mailbox.officeId);
      const author = await makeCitizen(db);
      const made: { id: number; due: number; urges: number }[] = [];
      for (let n = 0; n < 35; n += 1) {
        const day = String(10 + (n % 9)).padStart(2, "0");
        const letter = await makeLetter(db, {
          mailboxId: mailbox.id,
          author,
          at: on(`2026-09-${day}` as "2026-09-10"),
        });
        const urges = n % 4;
        await db.update(letters).set({ urges }).where(eq(letters.id, letter.id));
        const [clock] = await db.select().from(clocks).where(eq(clocks.letterId, letter.id));
        made.push({ id: letter.id, due: clock!.dueAt.getTime(), urges });
      }
      const expected = made.sort((a, b) => a.due - b.due || b.urges - a.urges || a.id - b.id).map(({ id }) => id);
      expect(await byPages(db, operator)).toEqual({ ids: expected, total: 35 });
      expect(await byPages(db, await makeOperator(db))).toEqual({ ids: [], total: 0 });
    }),
  );

  test(
    "counts by lamp and filters by lamp, lead, claim, step and state",
    inRollback(async (db) => {
      const mailbox = await makeMailbox(db);
      const operator = await makeOperator(db, mailbox.officeId);
      const lead = await makeOffice(db);
      const submitted = await makeLetter(db, { mailboxId: mailbox.id });
      const assigned = await makeLetter(db, { mailboxId: mailbox.id, state: "assigned", leadOfficeId: lead.id });
      const clarifying = await makeLetter(db, { mailboxId: mailbox.id, state: "clarifying" });
      await makeLetter(db, { mailboxId: mailbox.id, state: "answered" });
      await claimLetter(db, operator, { letterId: submitted.id }, sent);
      const list = async (filter: Parameters<typeof listDeskLetters>[2], now = sent) =>
        (await listDeskLetters(db, operator, filter, now)).rows.map(({ id }) => id);
      expect((await listDeskLetters(db, operator, {}, sent)).lamps).toMatchObject({ green: 2, paused: 1, red: 0 });
      expect(await list({ lamp: "red" }, on("2026-09-25"))).toEqual([submitted.id]);
      expect(await list({ lead: lead.slug })).toEqual([assigned.id]);
      expect(await list({ lead: "none" })).toEqual([submitted.id, clarifying.id]);
      expect(await list({ claim: "mine" })).toEqual([submitted.id]);
      expect(await list({ claim: "nobody" })).toEqual([clarifying.id, assigned.id]);
      expect(await list({ step: "accept" })).toEqual([submitted.id]);
      expect(await list({ state: "answered" })).toHaveLength(1);
      expect(await list({ state: "all" })).toHaveLength(4);
      expect(await list({ owner: lead.slug })).toEqual([assigned.id]);
      expect(await list({ card: "yellow" }, on("2026-09-25"))).toEqual([submitted.id]);
      expect((await listDeskLetters(db, operator, {}, sent)).rows[0]?.claim).toMatchObject({ personId: operator.id });
    }),
  );

  test(
    "of the accused never holds their accusation",
    inRollback(async (db) => {
      const accused = await makeOffice(db);
      await makeLetter(db, { kind: "accusation", accusedOfficeId: accused.id });
      const page = await listDeskLetters(db, await makeOperator(db, accused.id), { state: "all" }, sent);
      expect([page.rows, page.total]).toEqual([[], 0]);
    }),
  );
});

describe("a leader's day", () => {
  test(
    "is what is theirs and not spoken on, what presses, and what is late",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const holder = await makeHolder(db, leader.id);
      const early = await makeLetter(db, { state: "assigned", mailboxId: mailbox.id, at: on("2026-09-10") });
      const late = await makeLetter(db, { state: "assigned", mailboxId: mailbox.id, at: on("2026-09-18") });
      await makeLetter(db, { state: "assigned" });
      await instruct(db, holder, { letterId: late.id, words: "限期办好。" }, on("2026-09-18"));
      const today = await readLeaderToday(db, holder, on("2026-10-12"));
      const ids = ({ n, rows }: { n: number; rows: { id: number }[] }) => [n, ...rows.map(({ id }) => id)];
      expect([ids(today.uninstructed), ids(today.amber), ids(today.red)]).toEqual([
        [1, early.id],
        [1, late.id],
        [1, early.id],
      ]);
    }),
  );
});

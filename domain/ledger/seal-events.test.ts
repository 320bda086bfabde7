import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import { record } from "#domain/events/record.ts";
import { readEventsAfter } from "#domain/events/stamped.ts";
import { instruct } from "#domain/letters/instruct.ts";
import { findLetter } from "#domain/letters/letter.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox } from "#test/factories/offices.ts";
import { makeHolder } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { sealAll, signer } from "#test/sealed.ts";
import { latestCheckpoint, listCheckpoints, openLedger, sealedSize } from "./checkpoints.ts";
import { readConsistency, readEntries } from "./read-ledger.ts";
import { sealEvents } from "./seal-events.ts";
import { GrowingTree, leafHash } from "./tree.ts";

const now = on("2026-09-18");

const happen = (db: Db, isPublic: boolean, times = 1) =>
  transact(db, async (tx) => {
    for (let n = 0; n < times; n += 1) {
      const as = { role: "clock" } as const;
      await record(tx, {
        what: "test.happened",
        topics: ["home"],
        actor: clock,
        as,
        subject: "post:7",
        public: isPublic,
        at: now.at,
        words: "四楼没有水",
      });
    }
  });

const entriesOf = async (db: Db) => (await readEntries(db, { from: 0, to: 999 })).map(({ entry }) => entry);

function rootOf(entries: readonly string[]): Buffer {
  const tree = new GrowingTree(0, []);
  for (const entry of entries) tree.append(leafHash(entry));
  return tree.root;
}

describe("what is sealed", () => {
  test(
    "of a public event: what, when, by which office and leader, by names that stay, and the hash of the words",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const letter = await makeLetter(db, { state: "accepted", mailboxId: mailbox.id });
      await instruct(db, await makeHolder(db, leader.id), { letterId: letter.id, words: "限期修好。" }, now);
      await sealAll(db);
      const said = (await eventsOf(db, letter)).at(-1)!;
      const faces = (await entriesOf(db)).map((entry) => JSON.parse(entry));
      expect(faces.at(-1)).toEqual({
        position: said.position,
        what: "letter.instruct",
        topics: said.topics,
        at: now.at.toISOString(),
        office: expect.any(String),
        role: "leader",
        subject: `letter:${letter.number}`,
        counts: { ...said.counts, by: leader.handle },
        words: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(JSON.stringify(faces)).not.toContain(`letter:${letter.id}"`);
    }),
  );

  test(
    "of a private one: position, time and a hash",
    inRollback(async (db) => {
      await makeLetter(db, { kind: "accusation" });
      await sealAll(db);
      const [sent] = await entriesOf(db);
      expect(Object.keys(JSON.parse(sent!))).toEqual(["at", "position", "sealed"]);
    }),
  );

  test(
    "stays as it was sealed whatever becomes of the letter",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "answered" });
      await sealAll(db);
      const before = await entriesOf(db);
      await db.execute(sql`update letters set hidden_at = now(), hidden_code = 'personal' where id = ${letter.id}`);
      await db.execute(sql`update event_words set text = null, salt = null, hidden_at = now()`);
      await sealAll(db);
      expect(await entriesOf(db)).toEqual(before);
      expect((await findLetter(db, letter.id))!.hiddenAt).not.toBeNull();
    }),
  );
});

describe("sealing", () => {
  test(
    "in many batches or in one makes the same tree, and each batch leaves a checkpoint that goes on from the last",
    inRollback(async (db) => {
      for (const times of [1, 2, 5, 13, 1]) {
        await happen(db, times % 2 === 1, times);
        await sealAll(db);
      }
      const entries = await entriesOf(db);
      const { checkpoints } = await listCheckpoints(db, undefined, 10);
      expect(checkpoints.map(({ size }) => size)).toEqual([22, 21, 8, 3, 1]);
      for (const { size, root } of checkpoints) expect(root).toEqual(rootOf(entries.slice(0, size)));
      expect(await readConsistency(db, { from: 8, to: 21 })).not.toEqual([]);
      const second = await listCheckpoints(db, checkpoints[1]!.id, 2);
      expect(second.checkpoints.map(({ size }) => size)).toEqual([8, 3]);
      expect(second.next).toBe(second.checkpoints[1]!.id);
    }),
  );

  test(
    "takes no event twice and leaves none out",
    inRollback(async (db) => {
      await happen(db, true, 3);
      await sealAll(db);
      const again = await readEventsAfter(db, 0, 10);
      await expect(sealEvents(db, again, signer)).rejects.toThrow("position 1");
      await happen(db, true, 2);
      await db.execute(
        sql`update events set position = 5 where position is null and id = (select max(id) from events)`,
      );
      await expect(sealEvents(db, await readEventsAfter(db, 3, 10), signer)).rejects.toThrow("position 5");
      expect(await sealedSize(db)).toBe(3);
    }),
  );

  test(
    "begins with a checkpoint of nothing, and a new key signs what is there anew",
    inRollback(async (db) => {
      await openLedger(db, signer);
      expect((await latestCheckpoint(db))?.note).toMatch(
        /^gongpu\.example\n0\n47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— /,
      );
      await happen(db, true, 3);
      await sealAll(db);
      await openLedger(db, signer);
      await openLedger(db, { ...signer, key: "another" });
      const { checkpoints } = await listCheckpoints(db, undefined, 10);
      expect(checkpoints.map(({ size, key }) => [size, key === signer.key])).toEqual([
        [3, false],
        [3, true],
        [0, true],
      ]);
      expect(checkpoints[0]!.root).toEqual(checkpoints[1]!.root);
    }),
  );
});

describe("reading", () => {
  test(
    "refuses in words what is not there",
    inRollback(async (db) => {
      await happen(db, true, 3);
      await sealAll(db);
      expect((await readEntries(db, { from: 1, to: 1 })).map(({ index }) => index)).toEqual([1]);
      await expect(readEntries(db, { from: 3, to: 9 })).rejects.toMatchObject({
        key: "ledger.noSuchEntry",
        details: { size: 3 },
      });
      await expect(readEntries(db, { from: 2, to: 1 })).rejects.toMatchObject({ key: "ledger.backwards" });
      await expect(readConsistency(db, { from: 1, to: 4 })).rejects.toMatchObject({ key: "ledger.noSuchSize" });
      await expect(readConsistency(db, { from: 3, to: 1 })).rejects.toMatchObject({ key: "ledger.backwards" });
      expect(await readConsistency(db, { from: 0, to: 3 })).toEqual([]);
      expect(await readConsistency(db, { from: 3, to: 3 })).toEqual([]);
    }),
  );

  test(
    "gives a thousand entries at most, and goes on from there",
    inRollback(async (db) => {
      await happen(db, true, 1_003);
      await sealAll(db);
      const first = await readEntries(db, { from: 0, to: 5_000 });
      const rest = await readEntries(db, { from: first.length, to: 5_000 });
      expect([first.length, rest.length]).toEqual([1_000, 3]);
    }),
  );
});

import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import type { people } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import { askExtension } from "#domain/letters/extend-letter.ts";
import { instruct } from "#domain/letters/instruct.ts";
import { objectToLetter } from "#domain/letters/object-letter.ts";
import { rateLetter } from "#domain/letters/rate-letter.ts";
import { urgeLetter } from "#domain/letters/urge-letter.ts";
import { orderLetter } from "#domain/supervision/order-letter.ts";
import { respondToOrder } from "#domain/supervision/respond-to-order.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { relayed } from "#test/relayed.ts";
import { chooseLevel } from "./choose-level.ts";
import { markRead } from "./mark-read.ts";
import { countUnread, listNotices } from "./read-notices.ts";
import { tellDesks } from "./tell-desks.ts";

const now = on("2026-09-21");

/** What somebody was told, the newest first, with what stands under it. */
async function toldTo(db: Db, person: Person): Promise<string[]> {
  const { notices } = await listNotices(db, person);
  return notices.flatMap(({ name, older }) => [name, ...older.map((one) => one.name)]);
}

const hear = async (db: Db) => tellDesks(db, await relayed(db));

describe("telling desks", () => {
  test(
    "of an assignment: handlers and operators of the offices that have it, nobody else, once",
    inRollback(async (db) => {
      const [lead, assisting, other] = [await makeOffice(db), await makeOffice(db), await makeOffice(db)];
      const told = [
        await makeHandler(db, lead.id),
        await makeOperator(db, lead.id),
        await makeHandler(db, assisting.id),
      ];
      const not = [await makeHandler(db, other.id), await makeCitizen(db)];
      await makeLetter(db, { state: "assigned", leadOfficeId: lead.id, assistingOfficeIds: [assisting.id] });
      await hear(db);
      await hear(db);
      for (const person of told) expect(await toldTo(db, person)).toEqual(["assign"]);
      for (const person of not) expect(await toldTo(db, person)).toEqual([]);
    }),
  );

  test(
    "of what waits for a decision: whoever may decide, and not who asked",
    inRollback(async (db) => {
      const region = await makeRegion(db);
      const box = await makeMailbox(db, { officeId: (await makeOffice(db, { regionId: region.id })).id });
      const letter = await makeLetter(db, { state: "assigned", mailboxId: box.id });
      const [handler, head] = [await makeHandler(db, letter.leadOfficeId), await makeOperator(db, letter.leadOfficeId)];
      const triage = await makePerson(db, [{ role: "triage", regionId: region.id }]);
      const letterId = letter.id;
      await askExtension(db, handler, { letterId, days: 10, words: "管段要停水才能换。" }, now);
      await objectToLetter(db, handler, { letterId, words: "属于水务局。" }, now);
      await hear(db);
      expect(await toldTo(db, head)).toEqual(["extend", "assign"]);
      expect(await toldTo(db, triage)).toEqual(["object"]);
      expect(await toldTo(db, handler)).toEqual(["assign"]);
    }),
  );

  test(
    "of an instruction, of being urged and of a bad rating: the lead office; of a good rating nobody",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailboxId = (await makeMailbox(db, { leaderId: leader.id })).id;
      const author = await makeCitizen(db);
      const office = await makeOffice(db);
      const handler = await makeHandler(db, office.id);
      const letter = await makeLetter(db, { state: "assigned", author, mailboxId, leadOfficeId: office.id });
      await instruct(db, await makeHolder(db, leader.id), { letterId: letter.id, words: "请抓紧。" }, now);
      await urgeLetter(db, author, { letterId: letter.id }, on("2026-09-28"));
      await hear(db);
      expect(await toldTo(db, handler)).toEqual(["urge", "instruct", "assign"]);

      const verdict = { solved: "no", attitude: "dissatisfied", speed: "satisfied" } as const;
      const bad = await makeLetter(db, { state: "answered", author });
      const good = await makeLetter(db, { state: "answered", author });
      const [scolded, praised] = [await makeHandler(db, bad.leadOfficeId), await makeHandler(db, good.leadOfficeId)];
      await rateLetter(db, author, { letterId: bad.id, ...verdict }, now);
      await rateLetter(db, author, { letterId: good.id, ...verdict, attitude: "satisfied" }, now);
      await hear(db);
      expect(await toldTo(db, scolded)).toEqual(["rate", "assign"]);
      expect(await toldTo(db, praised)).toEqual(["assign"]);
    }),
  );

  test(
    "of an order: who is asked; of the response: who ordered",
    inRollback(async (db) => {
      const region = await makeRegion(db);
      const [office, supervising] = [
        await makeOffice(db, { regionId: region.id }),
        await makeOffice(db, { regionId: region.id, supervises: true }),
      ];
      const mailboxId = (await makeMailbox(db, { officeId: office.id })).id;
      const letter = await makeLetter(db, { state: "assigned", mailboxId, leadOfficeId: office.id });
      const handler = await makeHandler(db, office.id);
      const [supervisor, elsewhere] = [
        await makePerson(db, [{ role: "supervisor", officeId: supervising.id }]),
        await makePerson(db, [{ role: "supervisor", officeId: (await makeOffice(db, { supervises: true })).id }]),
      ];
      const order = { letterId: letter.id, level: "order", channel: "phone", words: "请说明进度。" } as const;
      const { id: orderId } = await orderLetter(db, supervisor, order, now);
      await respondToOrder(db, handler, { letterId: letter.id, orderId, words: "下周完工。" }, now);
      await hear(db);
      expect(await toldTo(db, handler)).toEqual(["order", "assign"]);
      expect(await toldTo(db, supervisor)).toEqual(["respond"]);
      expect(await toldTo(db, elsewhere)).toEqual([]);
    }),
  );

  test(
    "of an accusation never the accused office; and nobody of what was copied from old papers",
    inRollback(async (db) => {
      const accused = await makeOffice(db);
      const [handler, other] = [await makeHandler(db, accused.id), await makeOffice(db)];
      await makeLetter(db, {
        kind: "accusation",
        state: "assigned",
        accusedOfficeId: accused.id,
        leadOfficeId: other.id,
      });
      const author = await makePerson(db, [], { historical: true } satisfies Partial<typeof people.$inferInsert>);
      await makeLetter(db, { author, state: "assigned", leadOfficeId: accused.id });
      await hear(db);
      expect(await toldTo(db, handler)).toEqual([]);
    }),
  );

  test(
    "counts a letter with many news once, and shows less of a letter to who wants less",
    inRollback(async (db) => {
      const author = await makeCitizen(db);
      const letter = await makeLetter(db, { author, state: "assigned" });
      const letterId = letter.id;
      const [handler, quiet, asked] = [
        await makeHandler(db, letter.leadOfficeId),
        await makeHandler(db, letter.leadOfficeId),
        await makeHandler(db, letter.leadOfficeId),
      ];
      await chooseLevel(db, quiet, { letterId, level: "nothing" });
      await chooseLevel(db, asked, { letterId, level: "asks" });
      await expect(
        chooseLevel(db, await makeHandler(db), { letterId: 999_999_999, level: "asks" }),
      ).rejects.toMatchObject({
        key: "letters.missing",
      });
      await urgeLetter(db, author, { letterId }, now);
      await hear(db);
      expect([await countUnread(db, handler), await countUnread(db, quiet)]).toEqual([1, 0]);
      expect(await toldTo(db, asked)).toEqual(["urge", "assign"]);
      await markRead(db, handler, letterId, now);
      await urgeLetter(db, author, { letterId }, on("2026-09-29"));
      await hear(db);
      const { notices } = await listNotices(db, handler);
      expect(notices.map(({ name, read, older }) => [name, read, older.length])).toEqual([
        ["urge", false, 0],
        ["urge", true, 1],
      ]);
    }),
  );
});

import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import {
  dispatches,
  events,
  identities,
  letterContacts,
  letters,
  mailAddresses,
  notices,
  people,
  signIns,
} from "#db/schema/index.ts";
import { nobody, readPerson } from "#domain/access/actor.ts";
import { readContact } from "#domain/letters/open-letter.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import { withdrawLetter } from "#domain/letters/withdraw-letter.ts";
import { tellPeople } from "#domain/notices/tell-people.ts";
import { keyedHash, seal } from "#domain/people/seal.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeMailbox } from "#test/factories/offices.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeTelling } from "#test/factories/telling-letter.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { queued, withMail, withPhone } from "#test/reached.ts";
import { relayed } from "#test/relayed.ts";
import { closeAccount } from "./close-account.ts";
import { countOwnOpen } from "./count-own-open.ts";
import { eraseOnSchedule } from "./erase-on-schedule.ts";
import { holdLetter } from "./hold-letter.ts";

const sent = on("2026-03-02");

const contactOf = async (db: Db, letterId: number) =>
  (await db.select().from(letterContacts).where(eq(letterContacts.letterId, letterId)))[0];

describe("closing an account", () => {
  async function withIdentity(db: Db, personId: number) {
    const phone = `1380013${String(personId).padStart(4, "0").slice(-4)}`;
    await db
      .insert(identities)
      .values({ personId, phoneHash: keyedHash(phone), phoneSealed: seal(phone), nameSealed: seal("林晓月") });
    const times = { createdAt: sent.at, seenAt: sent.at, expiresAt: on("2027-01-01").at };
    await db.insert(signIns).values({ sidHash: keyedHash(`sid ${personId}`), personId, ...times });
  }

  test(
    "erases who somebody is, ends their sign-ins, and replaces the nickname",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db);
      await withIdentity(db, citizen.id);
      await closeAccount(db, citizen, { nickname: citizen.nickname }, sent);
      const [kept] = await db.select().from(identities).where(eq(identities.personId, citizen.id));
      expect(kept).toMatchObject({ phoneHash: null, phoneSealed: null, nameSealed: null, erasedAt: sent.at });
      const [person] = await db.select().from(people).where(eq(people.id, citizen.id));
      expect(person!.nickname).toMatch(/^已注销网友\d{7}$/);
      expect(await readPerson(db, citizen.id)).toBeNull();
      const open = await db.$count(signIns, and(eq(signIns.personId, citizen.id), eq(signIns.revokedAt, sent.at)));
      expect(open).toBe(1);
    }),
  );

  test(
    "forgets where they were told, what they were told, and the messages that told it",
    inRollback(async (db) => {
      const author = await withMail(db, await withPhone(db, await makeCitizen(db)));
      await makeLetter(db, { author, state: "accepted" });
      await tellPeople(db, await relayed(db));
      expect(await queued(db)).toHaveLength(2);
      await closeAccount(db, author, { nickname: author.nickname }, sent);
      expect(await queued(db)).toEqual([]);
      for (const table of [notices, dispatches, mailAddresses]) {
        expect(await db.$count(table, eq(table.personId, author.id))).toBe(0);
      }
    }),
  );

  test(
    "erases at once what is over; what is in hand stays with its office until it is over, what is on hold stays",
    inRollback(async (db) => {
      const { letter, author, administrator, office } = await makeTelling(db);
      const again = async () => {
        const mailbox = await makeMailbox(db, { officeId: office.id });
        const text = { kind: "help", visibility: "handlers", title: "一", body: "二", name: "林晓月" } as const;
        return (await sendLetter(db, author, { ...text, mailbox: mailbox.slug, via: "letter" }, sent)).letter;
      };
      const [over, held] = [await again(), await again()];
      for (const { id } of [over, held]) await withdrawLetter(db, author, { letterId: id }, sent);
      await holdLetter(db, administrator, { number: held.number, words: "诉讼。" }, sent);
      expect(await countOwnOpen(db, author)).toBe(1);
      await closeAccount(db, author, { nickname: author.nickname }, sent);
      expect((await contactOf(db, over.id))!.nameSealed).toBeNull();
      expect((await contactOf(db, held.id))!.nameSealed).not.toBeNull();
      const operator = await makeOperator(db, office.id);
      expect(await readContact(db, operator, { letterId: letter.id }, sent)).toMatchObject({ phone: "13800138000" });
      // As soon as it is over, not six months later.
      await db.update(letters).set({ state: "closed", closedAt: sent.at }).where(eq(letters.id, letter.id));
      await db.execute(`update clocks set stopped_at = started_at where letter_id = ${letter.id}`);
      expect(await eraseOnSchedule(db, on("2026-03-03"))).toBe(1);
      expect((await contactOf(db, letter.id))!.phoneSealed).toBeNull();
    }),
  );

  test(
    "stands in the log without a word of whom, and under no topic that ties nameless letters together",
    inRollback(async (db) => {
      const { letter, author } = await makeTelling(db);
      const nameless = await makeLetter(db, { visibility: "nameless", author });
      await closeAccount(db, author, { nickname: author.nickname }, sent);
      const [logged] = await db.select().from(events).where(eq(events.what, "retention.close"));
      expect(logged).toMatchObject({ public: true, subject: "retention:account", counts: {}, topics: ["log"] });
      const [own] = await db.select().from(events).where(eq(events.what, "person.erase"));
      expect(own!.topics).toContain(`letter:${letter.number}`);
      expect(own!.topics).not.toContain(`letter:${nameless.number}`);
    }),
  );

  test(
    "is one's own wish, typed out, and not a desk's",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db);
      await expect(closeAccount(db, citizen, { nickname: "别人" }, sent)).rejects.toMatchObject({
        key: "retention.otherNickname",
      });
      const desk = await makeOperator(db);
      await expect(closeAccount(db, desk, { nickname: desk.nickname }, sent)).rejects.toMatchObject({
        key: "retention.deskAccount",
      });
      const shared = await makePerson(db, [], { demo: true });
      await expect(closeAccount(db, shared, { nickname: shared.nickname }, sent)).rejects.toMatchObject({
        key: "retention.demoAccount",
      });
      await expect(closeAccount(db, nobody, { nickname: "x" }, sent)).rejects.toMatchObject({ key: "signInFirst" });
      expect(await readPerson(db, citizen.id)).not.toBeNull();
    }),
  );
});

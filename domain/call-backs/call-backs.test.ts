import { asc, eq, isNull, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { callBackDraws, callBacks, events, identities, ledgerLeaves, letterFacts } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lapseJudgings } from "#domain/letters/lapse.ts";
import { seal } from "#domain/people/seal.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makePerson, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { countedUpToNow } from "#test/statistics.ts";
import { draw, seedOf } from "./draw.ts";
import { drawCallBacks } from "./draw-month.ts";
import { findToCall, listToCall } from "./list-to-call.ts";
import { makeCall, readCallBackContact } from "./make-call.ts";
import { listDraws, readDraw } from "./read-draws.ts";

const october = on("2026-10-14");
const november = on("2026-11-02", "00:10");

/** Stamps and seals what was recorded so far, as relay and ledger would. */
async function sealed(db: Db) {
  await db
    .update(events)
    .set({ position: sql`${events.id}` })
    .where(isNull(events.position));
  const [last] = await db.select({ position: events.position }).from(events).orderBy(sql`position desc`).limit(1);
  const leaf = { index: last!.position! - 1, entry: "{}", hash: Buffer.from("ab", "hex") };
  await db.insert(ledgerLeaves).values(leaf).onConflictDoNothing();
  return last!.position!;
}

/** A city whose supervisor calls back, and three letters of it that were answered in October. */
async function city(db: Db) {
  const region = await makeRegion(db);
  const mailboxId = (await makeMailbox(db, { officeId: (await makeOffice(db, { regionId: region.id })).id })).id;
  const supervising = await makeOffice(db, { regionId: region.id, supervises: true });
  const answered = { state: "answered", mailboxId, at: october } as const;
  const letters = [await makeLetter(db, answered), await makeLetter(db, answered), await makeLetter(db, answered)];
  await makeLetter(db, { state: "answered", kind: "accusation", mailboxId, at: october });
  await makeLetter(db, { state: "answered", mailboxId, at: on("2026-09-18") });
  const supervisor = await makePerson(db, [{ role: "supervisor", officeId: supervising.id }]);
  return { letters, supervisor, supervising };
}

async function drawn(db: Db) {
  const made = await city(db);
  await sealed(db);
  await drawCallBacks(db, november);
  const rows = await db.select().from(callBacks).orderBy(asc(callBacks.place));
  const letter = made.letters.find(({ id }) => id === rows[0]!.letterId)!;
  return { ...made, id: rows[0]!.id, letter, leadId: letter.leadOfficeId! };
}

const reached = { outcome: "reached", solved: "partly", attitude: "satisfied", speed: "dissatisfied" } as const;

describe("the monthly draw", () => {
  test(
    "waits until the month's record is sealed, takes what was answered in it but accusations, and is made once",
    inRollback(async (db) => {
      const { letters } = await city(db);
      expect(await drawCallBacks(db, november)).toBeNull();
      const position = await sealed(db);
      expect(await drawCallBacks(db, november)).toBe("2026-10");
      expect(await drawCallBacks(db, november)).toBeNull();
      const open = (await readDraw(db, "2026-10"))!;
      const numbers = letters.map(({ number }) => number).sort();
      expect(open).toMatchObject({ position, answered: 3, drawn: 3, numbers, outcome: { waiting: 3 } });
      expect(open.source).toBe(`gongpu call-back\n2026-10\n${position}\nab\n`);
      expect(draw(seedOf(open.source), open.numbers, open.drawn)).toEqual(open.chosen);
      expect((await listDraws(db)).draws).toMatchObject([{ month: "2026-10" }]);
      expect(await readDraw(db, "2026-09")).toBeNull();
    }),
  );

  test(
    "of a month without answers is none",
    inRollback(async (db) => {
      await makeLetter(db, { at: october });
      await sealed(db);
      expect(await drawCallBacks(db, november)).toBeNull();
      expect(await db.select().from(callBackDraws)).toEqual([]);
    }),
  );
});

describe("calling back", () => {
  test(
    "keeps what was said apart, and counts it where the writer kept silent",
    inRollback(async (db) => {
      const { supervisor, supervising, id, letter } = await drawn(db);
      await lapseJudgings(db, on("2026-11-02"));
      const made = await makeCall(db, supervisor, { callBackId: id, ...reached }, on("2026-11-03"));
      expect(made).toMatchObject({ state: "reached", solved: "partly", tries: 1, officeId: supervising.id });
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({
        what: "letter.callBack",
        role: "supervisor",
        public: true,
        counts: { outcome: "reached", solved: "partly" },
      });
      await countedUpToNow(db);
      const [facts] = await db.select().from(letterFacts).where(eq(letterFacts.letterId, letter.id));
      expect(facts).toMatchObject({ judgedOn: "2026-11-03", solved: "partly", attitude: "satisfied" });
      expect((await readDraw(db, "2026-10"))?.outcome).toMatchObject({ waiting: 2, reached: 1, partly: 1 });
      await expect(makeCall(db, supervisor, { callBackId: id, ...reached }, on("2026-11-04"))).rejects.toMatchObject({
        key: "callBacks.made",
      });
    }),
  );

  test(
    "ends after nobody answered three times",
    inRollback(async (db) => {
      const { supervisor, id } = await drawn(db);
      const call = () => makeCall(db, supervisor, { callBackId: id, outcome: "unreached" }, on("2026-11-03"));
      expect(await call()).toMatchObject({ state: "waiting", tries: 1 });
      expect(await call()).toMatchObject({ state: "waiting", tries: 2 });
      expect(await call()).toMatchObject({ state: "unreached", tries: 3, solved: null });
      await expect(call()).rejects.toMatchObject({ key: "callBacks.made" });
    }),
  );

  test(
    "is for the supervisors of the letter's region, never for those whose office handled it",
    inRollback(async (db) => {
      const { leadId, supervisor, supervising, id } = await drawn(db);
      const call = (actor: Parameters<typeof makeCall>[1]) =>
        makeCall(db, actor, { callBackId: id, ...reached }, on("2026-11-03"));
      await expect(call(nobody)).rejects.toMatchObject({ key: "callBacks.missing" });
      await expect(call(await makeCitizen(db))).rejects.toMatchObject({ key: "callBacks.missing" });
      await expect(call(await makeHandler(db, leadId))).rejects.toMatchObject({ key: "forbidden" });
      const elsewhere = await makePerson(db, [{ role: "supervisor", officeId: (await makeOffice(db)).id }]);
      await expect(call(elsewhere)).rejects.toMatchObject({ key: "callBacks.missing" });
      const own = await makePerson(db, [
        { role: "supervisor", officeId: supervising.id },
        { role: "handler", officeId: leadId },
      ]);
      await expect(call(own)).rejects.toMatchObject({ key: "forbidden" });
      expect(await findToCall(db, own, id)).toMatchObject({ mayCall: false });
      expect(await findToCall(db, elsewhere, id)).toBeNull();
      expect(await findToCall(db, supervisor, id)).toMatchObject({ mayCall: true });
      expect((await listToCall(db, supervisor, null)).calls).toHaveLength(3);
      expect((await listToCall(db, elsewhere, null)).calls).toEqual([]);
      await expect(listToCall(db, await makeTriage(db), null)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "opens the writer's number to who calls, and records it",
    inRollback(async (db) => {
      const { supervisor, id, letter, leadId } = await drawn(db);
      const phones = { personId: letter.authorId!, phoneSealed: seal("13812345678"), phoneHash: "h" };
      await db.insert(identities).values(phones);
      expect(await readCallBackContact(db, supervisor, { callBackId: id }, on("2026-11-03"))).toEqual({
        name: null,
        phone: "13812345678",
      });
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({
        what: "letter.readContact",
        public: false,
        personId: supervisor.id,
      });
      await expect(
        readCallBackContact(db, await makeHandler(db, leadId), { callBackId: id }, on("2026-11-03")),
      ).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});

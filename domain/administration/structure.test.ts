import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { events, eventWords, leaders, mailboxes, offices, regions, roles } from "#db/schema/index.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { fresh, makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeHandler, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { changeDeclines, closeMailbox, moveMailbox } from "./change-mailbox.ts";
import { closeOffice } from "./close-office.ts";
import { createMailbox } from "./create-mailbox.ts";
import { createOffice } from "./create-office.ts";
import { createRegion } from "./create-region.ts";
import { officeInput } from "./input.ts";
import { moveOffice } from "./move-office.ts";
import { closePosition, createPosition } from "./positions.ts";
import { readStructure } from "./read-structure.ts";
import { renameOffice } from "./rename-office.ts";

const now = on("2026-09-18");
const makeAdministrator = (db: Db, regionId: number) => makePerson(db, [{ role: "administrator", regionId }]);
const last = async (db: Db) => (await db.select().from(events)).at(-1);

/** A city with a county, and who administers each. */
async function makeCity(db: Db) {
  const city = await makeRegion(db);
  const county = await makeRegion(db, city);
  const [ofCity, ofCounty] = [await makeAdministrator(db, city.id), await makeAdministrator(db, county.id)];
  return { city, county, ofCity, ofCounty, office: await makeOffice(db, { regionId: county.id }) };
}

const officeIn = (region: string, given = {}) =>
  officeInput.parse({ region, slug: fresh("new"), name: "河源市气象局", shortName: "市气象局", ...given });

describe("an administrator", () => {
  test(
    "creates offices in their region and below, named in the public log",
    inRollback(async (db) => {
      const { county, ofCity } = await makeCity(db);
      const input = officeIn(county.slug);
      await createOffice(db, ofCity, input, now);
      const [office] = await db.select().from(offices).where(eq(offices.slug, input.slug));
      expect(office).toMatchObject({ name: "河源市气象局", regionId: county.id });
      const event = await last(db);
      expect(event).toMatchObject({
        what: "office.create",
        public: true,
        role: "administrator",
        personId: ofCity.id,
        counts: { office: input.slug, region: county.slug },
      });
      expect(JSON.stringify([event?.counts, event?.topics, event?.subject])).not.toContain(ofCity.nickname);
    }),
  );

  test(
    "keeps the old name of a renamed office in the log",
    inRollback(async (db) => {
      const { ofCounty, office } = await makeCity(db);
      const input = { office: office.slug, name: "县水务局", shortName: null, nameEn: null };
      await renameOffice(db, ofCounty, input, now);
      expect(await db.select().from(offices).where(eq(offices.id, office.id))).toMatchObject([
        { name: "县水务局", shortName: "县水务局", slug: office.slug },
      ]);
      expect((await db.select().from(eventWords)).at(-1)?.text).toBe(`${office.name} → 县水务局`);
      const { length } = await db.select().from(events);
      await renameOffice(db, ofCounty, input, now);
      expect(await db.select().from(events)).toHaveLength(length);
    }),
  );

  test(
    "moves an office only between regions that are both theirs",
    inRollback(async (db) => {
      const { city, ofCity, ofCounty, office } = await makeCity(db);
      const input = { office: office.slug, region: city.slug, parent: null };
      await expect(moveOffice(db, ofCounty, input, now)).rejects.toMatchObject({ key: "forbidden" });
      await moveOffice(db, ofCity, input, now);
      expect(await db.select().from(offices).where(eq(offices.id, office.id))).toMatchObject([{ regionId: city.id }]);
    }),
  );

  test(
    "cannot put an office under itself or under one below it",
    inRollback(async (db) => {
      const { county, ofCounty, office } = await makeCity(db);
      const lower = await makeOffice(db, { regionId: county.id, parentId: office.id });
      const lowest = await makeOffice(db, { regionId: county.id, parentId: lower.id });
      for (const parent of [office.slug, lowest.slug]) {
        const moved = moveOffice(db, ofCounty, { office: office.slug, region: county.slug, parent }, now);
        await expect(moved).rejects.toMatchObject({ key: "administration.ownSuperior" });
      }
    }),
  );

  test(
    "finds a superior only in the same region or above",
    inRollback(async (db) => {
      const { city, county, ofCity, office } = await makeCity(db);
      const above = await makeOffice(db, { regionId: city.id });
      await createOffice(db, ofCity, officeIn(county.slug, { parent: above.slug }), now);
      const below = createOffice(db, ofCity, officeIn(city.slug, { parent: office.slug }), now);
      await expect(below).rejects.toMatchObject({ key: "administration.superiorElsewhere" });
    }),
  );

  test(
    "is told when a word for addresses is taken",
    inRollback(async (db) => {
      const { county, ofCounty, office } = await makeCity(db);
      const taken = { key: "administration.slugTaken" };
      const again = officeIn(county.slug, { slug: office.slug });
      await expect(createOffice(db, ofCounty, again, now)).rejects.toMatchObject(taken);
      const mailbox = await makeMailbox(db, { officeId: office.id });
      const box = { office: office.slug, leader: null, slug: mailbox.slug, declines: null };
      await expect(createMailbox(db, ofCounty, box, now)).rejects.toMatchObject(taken);
    }),
  );

  test(
    "creates the regions below, level by level",
    inRollback(async (db) => {
      const { county, ofCounty } = await makeCity(db);
      const input = { parent: county.slug, slug: fresh("town"), name: "柏埔镇", nameEn: null };
      const wrong = createRegion(db, ofCounty, { ...input, level: "county" }, now);
      await expect(wrong).rejects.toMatchObject({ key: "administration.regionLevel" });
      await createRegion(db, ofCounty, { ...input, level: "township" }, now);
      const [town] = await db.select().from(regions).where(eq(regions.slug, input.slug));
      expect(town?.lineage).toEqual([...county.lineage, town?.id]);
    }),
  );

  test(
    "sees their own regions and those below, nothing beside",
    inRollback(async (db) => {
      const { city, county, ofCity, ofCounty, office } = await makeCity(db);
      await makeOffice(db);
      expect((await readStructure(db, ofCity)).map(({ id }) => id)).toEqual([city.id, county.id]);
      const [mine, ...others] = await readStructure(db, ofCounty);
      expect(others).toEqual([]);
      expect(mine?.offices.map(({ id }) => id)).toEqual([office.id]);
    }),
  );
});

describe("an office", () => {
  test(
    "is closed when nothing is left in it, and its roles end",
    inRollback(async (db) => {
      const { ofCounty, office } = await makeCity(db);
      const handler = await makeHandler(db, office.id);
      await closeOffice(db, ofCounty, { office: office.slug }, now);
      expect(await db.select().from(roles).where(eq(roles.personId, handler.id))).toMatchObject([
        { revokedAt: now.at },
      ]);
      expect(await db.select().from(offices).where(eq(offices.id, office.id))).toMatchObject([{ closedAt: now.at }]);
      const again = closeOffice(db, ofCounty, { office: office.slug }, now);
      await expect(again).rejects.toMatchObject({ key: "administration.noSuchOffice" });
    }),
  );

  test(
    "is not closed while a letter in its hands waits, a mailbox, a position or an office below stands",
    inRollback(async (db) => {
      const { county, ofCounty, office } = await makeCity(db);
      const close = () => closeOffice(db, ofCounty, { office: office.slug }, now);
      const lower = await makeOffice(db, { regionId: county.id, parentId: office.id });
      await expect(close()).rejects.toMatchObject({ key: "administration.officeHasOffices", details: { count: 1 } });
      const leader = await makeLeader(db, { officeId: office.id });
      await expect(close()).rejects.toMatchObject({ key: "administration.officeHasPositions" });
      const mailbox = await makeMailbox(db, { officeId: office.id });
      await expect(close()).rejects.toMatchObject({ key: "administration.officeHasMailboxes" });
      await makeLetter(db, { state: "assigned", leadOfficeId: office.id });
      await expect(close()).rejects.toMatchObject({ key: "administration.officeHasLetters", details: { count: 1 } });
      expect([lower.closedAt, leader.closedAt, mailbox.closedAt]).toEqual([null, null, null]);
    }),
  );
});

describe("a mailbox", () => {
  test(
    "is opened, says what it declines, is moved and closed",
    inRollback(async (db) => {
      const { county, ofCounty, office } = await makeCity(db);
      const other = await makeOffice(db, { regionId: county.id });
      const mailbox = fresh("box");
      await createMailbox(db, ofCounty, { office: office.slug, leader: null, slug: mailbox, declines: null }, now);
      await changeDeclines(db, ofCounty, { mailbox, declines: "已经进入诉讼的事项。" }, now);
      await moveMailbox(db, ofCounty, { mailbox, office: other.slug }, now);
      expect(await db.select().from(mailboxes).where(eq(mailboxes.slug, mailbox))).toMatchObject([
        { officeId: other.id, declines: "已经进入诉讼的事项。", closedAt: null },
      ]);
      await closeMailbox(db, ofCounty, { mailbox }, now);
      expect((await db.select().from(events)).map(({ what }) => what)).toEqual([
        "mailbox.create",
        "mailbox.declines",
        "mailbox.move",
        "mailbox.close",
      ]);
    }),
  );

  test(
    "is not closed while a letter in it waits",
    inRollback(async (db) => {
      const { ofCounty, office } = await makeCity(db);
      const mailbox = await makeMailbox(db, { officeId: office.id });
      await makeLetter(db, { mailboxId: mailbox.id });
      const closed = closeMailbox(db, ofCounty, { mailbox: mailbox.slug }, now);
      await expect(closed).rejects.toMatchObject({ key: "administration.mailboxHasLetters" });
    }),
  );

  test(
    "of a leader is one, and stays in the leader's office",
    inRollback(async (db) => {
      const { county, ofCounty, office } = await makeCity(db);
      const other = await makeOffice(db, { regionId: county.id });
      const { handle } = await makeLeader(db, { officeId: office.id });
      const box = (given = {}) => ({
        office: office.slug,
        leader: handle,
        slug: fresh("box"),
        declines: null,
        ...given,
      });
      const elsewhere = { key: "administration.leaderElsewhere" };
      await expect(createMailbox(db, ofCounty, box({ office: other.slug }), now)).rejects.toMatchObject(elsewhere);
      const first = box();
      await createMailbox(db, ofCounty, first, now);
      const second = createMailbox(db, ofCounty, box(), now);
      await expect(second).rejects.toMatchObject({ key: "administration.leaderHasMailbox" });
      const moved = moveMailbox(db, ofCounty, { mailbox: first.slug, office: other.slug }, now);
      await expect(moved).rejects.toMatchObject(elsewhere);
      const closed = closePosition(db, ofCounty, { leader: handle }, now);
      await expect(closed).rejects.toMatchObject({ key: "administration.positionHasMailbox" });
    }),
  );
});

describe("a leader's position", () => {
  test(
    "is created and closed; who held it holds it no more",
    inRollback(async (db) => {
      const { ofCounty, office } = await makeCity(db);
      const handle = fresh("leader");
      const input = { office: office.slug, handle, title: "县长", titleEn: null, portfolio: null };
      await createPosition(db, ofCounty, input, now);
      const [leader] = await db.select().from(leaders).where(eq(leaders.handle, handle));
      expect(leader).toMatchObject({ title: "县长", openedOn: "2026-09-18", closedAt: null });
      const holder = await makePerson(db, [{ role: "leader", leaderId: leader!.id }]);
      await closePosition(db, ofCounty, { leader: handle }, now);
      expect(await db.select().from(roles).where(eq(roles.personId, holder.id))).toMatchObject([{ revokedAt: now.at }]);
    }),
  );
});

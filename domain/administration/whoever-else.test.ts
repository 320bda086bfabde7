import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { events } from "#db/schema/index.ts";
import { nobody, type Person } from "#domain/access/actor.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makePerson, makeTriage } from "#test/factories/people.ts";
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

describe("whoever does not administer the region", () => {
  const acts: [
    string,
    (db: Db, actor: Person | typeof nobody, at: Awaited<ReturnType<typeof makePlace>>) => Promise<unknown>,
  ][] = [
    [
      "create a region",
      (db, actor, at) =>
        createRegion(db, actor, { parent: at.county, slug: "x-1", name: "镇", nameEn: null, level: "township" }, now),
    ],
    [
      "create an office",
      (db, actor, at) =>
        createOffice(db, actor, officeInput.parse({ region: at.county, slug: "x-0", name: "气象局" }), now),
    ],
    [
      "rename an office",
      (db, actor, at) =>
        renameOffice(db, actor, { office: at.office, name: "新名", shortName: null, nameEn: null }, now),
    ],
    [
      "move an office",
      (db, actor, at) => moveOffice(db, actor, { office: at.office, region: at.county, parent: null }, now),
    ],
    ["close an office", (db, actor, at) => closeOffice(db, actor, { office: at.office }, now)],
    [
      "create a position",
      (db, actor, at) =>
        createPosition(
          db,
          actor,
          { office: at.office, handle: "x-2", title: "县长", titleEn: null, portfolio: null },
          now,
        ),
    ],
    ["close a position", (db, actor, at) => closePosition(db, actor, { leader: at.leader }, now)],
    [
      "open a mailbox",
      (db, actor, at) =>
        createMailbox(db, actor, { office: at.office, leader: null, slug: "x-3", declines: null }, now),
    ],
    [
      "say what a mailbox declines",
      (db, actor, at) => changeDeclines(db, actor, { mailbox: at.mailbox, declines: "x" }, now),
    ],
    ["move a mailbox", (db, actor, at) => moveMailbox(db, actor, { mailbox: at.mailbox, office: at.office }, now)],
    ["close a mailbox", (db, actor, at) => closeMailbox(db, actor, { mailbox: at.mailbox }, now)],
    ["read the structure", (db, actor) => readStructure(db, actor)],
  ];

  async function makePlace(db: Db) {
    const city = await makeRegion(db);
    const county = await makeRegion(db, city);
    const office = await makeOffice(db, { regionId: county.id });
    const leader = await makeLeader(db, { officeId: office.id });
    const mailbox = await makeMailbox(db, { officeId: office.id });
    return { city, county: county.slug, office: office.slug, leader: leader.handle, mailbox: mailbox.slug };
  }

  test.each(acts)("cannot %s", (_, act) =>
    inRollback(async (db) => {
      const at = await makePlace(db);
      const { length } = await db.select().from(events);
      for (const actor of [await makeCitizen(db), await makeTriage(db, at.city.id)]) {
        await expect(act(db, actor, at)).rejects.toMatchObject({ key: "forbidden" });
      }
      await expect(act(db, nobody, at)).rejects.toMatchObject({ key: "signInFirst" });
      expect(await db.select().from(events)).toHaveLength(length);
    })(),
  );

  test.each(acts.slice(0, -1))("nor, administering the county beside, %s", (_, act) =>
    inRollback(async (db) => {
      const at = await makePlace(db);
      const beside = await makePerson(db, [{ role: "administrator", regionId: (await makeRegion(db, at.city)).id }]);
      await expect(act(db, beside, at)).rejects.toMatchObject({ key: "forbidden" });
    })(),
  );
});

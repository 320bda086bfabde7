import { describe, expect, test } from "vitest";
import { readPerson } from "#domain/access/actor.ts";
import { makeLeader, makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { readPlates } from "./read-plates.ts";

describe("under whose plate somebody may reply", () => {
  test(
    "the position one holds, the office whose mailboxes one keeps",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const office = await makeOffice(db);
      const [holder, operator] = [await makeHolder(db, leader.id), await makeOperator(db, office.id)];
      expect(await readPlates(db, (await readPerson(db, holder.id))!)).toMatchObject([
        { leaderId: leader.id, officeId: null, speaker: { leader: { handle: leader.handle } } },
      ]);
      expect(await readPlates(db, (await readPerson(db, operator.id))!)).toMatchObject([
        { leaderId: null, officeId: office.id, speaker: { office: { slug: office.slug } } },
      ]);
    }),
  );

  test(
    "a handler and a citizen speak for no office",
    inRollback(async (db) => {
      expect(await readPlates(db, await makeHandler(db, (await makeOffice(db)).id))).toEqual([]);
      expect(await readPlates(db, await makeCitizen(db))).toEqual([]);
      expect(await readPlates(db, { kind: "nobody" })).toEqual([]);
    }),
  );
});

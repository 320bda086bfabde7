import { describe, expect, test } from "vitest";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice } from "#test/factories/offices.ts";
import { inRollback } from "#test/in-rollback.ts";
import { suggestMailboxes } from "./suggest-mailboxes.ts";

const water = { title: "市区自来水水压不足", body: "四楼以上早晚高峰没有水。" };
const question = "我家住四楼，自来水水压不足，早晚没有水。";

describe("suggesting a mailbox", () => {
  test(
    "names the office that led the letters most like this one",
    inRollback(async (db) => {
      const [waterworks, buses] = [await makeOffice(db), await makeOffice(db)];
      const { slug } = await makeMailbox(db, { officeId: waterworks.id });
      await makeMailbox(db, { officeId: buses.id });
      await makeLetter(db, { state: "assigned", leadOfficeId: waterworks.id, ...water });
      await makeLetter(db, { state: "assigned", leadOfficeId: buses.id, title: "公交车破旧", body: "车门关不严。" });
      expect(await suggestMailboxes(db, question)).toEqual([slug]);
    }),
  );

  test(
    "passes over letters that are not public, closed mailboxes and leaders'",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const leader = await makeLeader(db, { officeId: office.id });
      await makeMailbox(db, { officeId: office.id, leaderId: leader.id });
      await makeMailbox(db, { officeId: office.id, closedAt: new Date("2020-01-01") });
      await makeLetter(db, { state: "assigned", leadOfficeId: office.id, ...water });
      expect(await suggestMailboxes(db, question)).toEqual([]);

      const shut = await makeOffice(db);
      await makeMailbox(db, { officeId: shut.id });
      await makeLetter(db, { state: "assigned", visibility: "handlers", leadOfficeId: shut.id, ...water });
      expect(await suggestMailboxes(db, question)).toEqual([]);
    }),
  );
});

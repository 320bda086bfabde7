import { describe, expect, test } from "vitest";
import { makeLetter } from "#test/factories/letters.ts";
import { makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { findLetter } from "./letter.ts";
import { findSimilarPublic, findSimilarToMerge, nearCopy } from "./similar-letters.ts";

const title = "文昌路四楼以上没有水";
const body = "早晚高峰四楼以上水压不足，洗澡做饭都没有水，已经半个月了。";
const other = "四楼以上早晚高峰水压不足，文昌路好几栋楼都没有水，请尽快处理。";

describe("letters like one that is about to be sent", () => {
  test(
    "are public, open and of the same place or mailbox, the most alike first",
    inRollback(async (db) => {
      const region = await makeRegion(db);
      const mailbox = await makeMailbox(db, { officeId: (await makeOffice(db, { regionId: region.id })).id });
      const here = { mailboxId: mailbox.id };
      const near = await makeLetter(db, { ...here, state: "assigned", title: "文昌路没有水", body: other });
      const same = await makeLetter(db, { ...here, state: "accepted", title, body });
      for (const state of ["submitted", "refused", "closed"] as const)
        await makeLetter(db, { ...here, state, title, body });
      await makeLetter(db, { ...here, state: "accepted", title: "公园缺路灯", body: "晚上散步看不清路。" });
      await makeLetter(db, { ...here, state: "accepted", visibility: "handlers", title, body });
      await makeLetter(db, { ...here, state: "accepted", kind: "accusation", title, body });
      await makeLetter(db, { state: "accepted", title, body });

      const found = await findSimilarPublic(db, { title, body, region: region.slug, mailbox: "" });
      expect(found.map(({ number }) => number)).toEqual([same.number, near.number]);
      expect(found[0]!.likeness).toBeGreaterThanOrEqual(nearCopy);
      expect(found[1]!.likeness).toBeLessThan(nearCopy);
      const sent = await findSimilarPublic(db, { title, body, region: "", mailbox: mailbox.slug });
      expect(sent.map(({ number }) => number)).toEqual([same.number, near.number]);
      expect(await findSimilarPublic(db, { title, body, region: "", mailbox: "" })).toEqual([]);
    }),
  );

  test(
    "are shown to triage as written, and only those that it may merge",
    inRollback(async (db) => {
      const region = await makeRegion(db);
      const mailbox = await makeMailbox(db, { officeId: (await makeOffice(db, { regionId: region.id })).id });
      const [first, second] = [
        await makeLetter(db, { mailboxId: mailbox.id, title, body }),
        await makeLetter(db, { mailboxId: mailbox.id, title, body, visibility: "handlers" }),
      ];
      const letter = (await findLetter(db, first.id))!;
      const numbers = async (regionId: number) =>
        (await findSimilarToMerge(db, await makeTriage(db, regionId), letter)).map(({ number }) => number);
      expect(await numbers(region.id)).toEqual([second.number]);
      expect(await numbers((await makeRegion(db)).id)).toEqual([]);
    }),
  );
});

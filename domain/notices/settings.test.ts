import { describe, expect, test } from "vitest";
import { dispatches } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { writeComment } from "#domain/comments/write.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { makeComment } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { instant, on } from "#test/on.ts";
import { withMail, withPhone } from "#test/reached.ts";
import { relayed } from "#test/relayed.ts";
import { settingsInput } from "./input.ts";
import { readOwnReach, saveSettings } from "./settings.ts";
import { tellTalk } from "./tell-talk.ts";

const now = on("2026-09-18");
const hours = { quietFrom: "23", quietUntil: "6", digestHour: "18", language: "en" };

describe("how somebody wishes to be told", () => {
  test(
    "is kept, each for themselves; what waits for a digest goes with the new hour",
    inRollback(async (db) => {
      const comment = await makeComment(db);
      const [reader, other] = [await withMail(db, await withPhone(db, comment.author)), await makeCitizen(db)];
      await writeComment(db, other, { postId: comment.postId, replyTo: comment.id, body: "我家也一样。" }, now);
      await tellTalk(db, await relayed(db));
      await saveSettings(db, reader, settingsInput.parse({ ...hours, "own.email": "digest" }), now);
      expect(await readOwnReach(db, reader)).toMatchObject({
        to: { sms: "138****5678", email: "reader@example.org" },
        paces: { own: { email: "digest", sms: "now" } },
        settings: { quietFrom: 23, quietUntil: 6, digestHour: 18, language: "en" },
      });
      expect((await readOwnReach(db, other)).settings).toMatchObject({ quietFrom: 22, digestHour: 8 });
      expect(await db.select().from(dispatches)).toMatchObject([{ digestAt: instant("2026-09-18", "18:00") }]);
      await expect(saveSettings(db, nobody, settingsInput.parse(hours), now)).rejects.toMatchObject({
        key: "signInFirst",
      });
    }),
  );

  test("has hours that there are, and kinds and paces that there are", () => {
    expect(settingsInput.safeParse({ ...hours, quietFrom: "24" }).success).toBe(false);
    expect(settingsInput.safeParse({ ...hours, digestHour: "-1" }).success).toBe(false);
    expect(settingsInput.safeParse({ ...hours, "own.email": "hourly" }).success).toBe(false);
  });
});

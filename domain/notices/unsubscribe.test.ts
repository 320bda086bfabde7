import { expect, test } from "vitest";
import { makeCitizen } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { pacesOf } from "./reach.ts";
import { readSubscription, unsubscribe } from "./unsubscribe.ts";
import { makeUnsubscribeToken } from "./unsubscribe-token.ts";

test(
  "one click ends mails of a kind, or the daily ones, and a second click is the same as one",
  inRollback(async (db) => {
    const { id } = await makeCitizen(db);
    const own = makeUnsubscribeToken(id, "own");
    expect(await readSubscription(db, own)).toEqual({ scope: "own", going: true });
    expect(await unsubscribe(db, own)).toEqual({ scope: "own", going: false });
    expect(await unsubscribe(db, own)).toEqual({ scope: "own", going: false });
    expect(await readSubscription(db, own)).toEqual({ scope: "own", going: false });
    expect(await pacesOf(db, id)).toMatchObject({
      own: { email: "never", sms: "now" },
      talk: { email: "digest" },
    });
    await unsubscribe(db, makeUnsubscribeToken(id, "digest"));
    expect(Object.values(await pacesOf(db, id)).every(({ email }) => email === "never")).toBe(true);
  }),
);

test(
  "a link that was changed ends nothing",
  inRollback(async (db) => {
    const [reader, other] = [await makeCitizen(db), await makeCitizen(db)];
    const token = makeUnsubscribeToken(reader.id, "own");
    const forged = [token.replace("own", "talk"), token.replace(String(reader.id), String(other.id)), "", "1-own-abc"];
    for (const one of forged) {
      expect(await readSubscription(db, one)).toBeNull();
      await expect(unsubscribe(db, one)).rejects.toMatchObject({ key: "notices.noSuchLink" });
    }
    expect((await pacesOf(db, other.id)).own.email).toBe("now");
  }),
);

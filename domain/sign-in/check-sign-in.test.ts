import { eq, sql } from "drizzle-orm";
// biome-ignore lint/style/noRestrictedImports: to make a cookie that next-auth would make and we would not
import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { events, signIns } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { nobody, type Person } from "#domain/access/actor.ts";
import { nowAt } from "#domain/calendar/now.ts";
import { makeCitizen, makeHandler } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { calendar } from "#test/on.ts";
import { checkSignIn, forgetChecked } from "./check-sign-in.ts";
import { openSignIn } from "./open-sign-in.ts";
import { readSignIns } from "./read-sign-ins.ts";
import { revokeAllOf, revokeOwnSignIns, revokeSignIn, signOut } from "./revoke.ts";
import { cookieName, writeToken } from "./token.ts";

const secret = "the secret of the cookie in a test";
// What a cookie and a row last is measured by the machine's and the database's own clocks.
const now = nowAt(new Date(), calendar);

beforeEach(() => vi.stubEnv("GONGPU_SECRET", "one secret of a test"));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function signIn(db: Db, person: Person) {
  const opened = await transact(db, (tx) =>
    openSignIn(tx, person.id, { address: "unknown", device: "Firefox · Linux" }, now),
  );
  const cookie = `look=dark; ${cookieName()}=${await writeToken(opened.sid, secret, opened.lasts)}; other=1`;
  return { ...opened, cookie };
}
const check = (db: Db, cookie: string | undefined) => checkSignIn(db, cookie, secret);

describe("a cookie", () => {
  test(
    "says who is signed in, to pages and sockets alike",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db);
      expect(await check(db, (await signIn(db, citizen)).cookie)).toBe(citizen.id);
    }),
  );

  test(
    "that was forged, changed, borrowed from another secret or made up is nobody's",
    inRollback(async (db) => {
      const { sid, cookie } = await signIn(db, await makeCitizen(db));
      const named = (value: string) => `${cookieName()}=${value}`;
      expect(await check(db, undefined)).toBeNull();
      expect(await check(db, named("nonsense"))).toBeNull();
      expect(await check(db, named(sid))).toBeNull();
      expect(
        await check(
          db,
          cookie.replace(/.(?=.{9}; other)/, (last) => (last === "A" ? "B" : "A")),
        ),
      ).toBeNull();
      expect(await check(db, named(await writeToken(sid, "another secret", 60)))).toBeNull();
      expect(await check(db, named(await writeToken("an id nobody was given", secret, 60)))).toBeNull();
      expect(await check(db, named(await encode({ token: { sub: "1" }, secret })))).toBeNull();
      expect(await check(db, named(await writeToken(sid, secret, -60)))).toBeNull();
    }),
  );

  test(
    "holds no name, number or role",
    inRollback(async (db) => {
      const handler = await makeHandler(db);
      const { cookie, sid } = await signIn(db, handler);
      expect(cookie).not.toContain(sid);
      const [row] = await db.select().from(signIns);
      expect(JSON.stringify(row)).not.toContain(sid);
    }),
  );

  test(
    "ends with its row, whatever the cookie says",
    inRollback(async (db) => {
      const { cookie } = await signIn(db, await makeCitizen(db));
      await db.update(signIns).set({ expiresAt: new Date(Date.now() - 1_000) });
      expect(await check(db, cookie)).toBeNull();
    }),
  );
});

describe("a revoked sign-in", () => {
  test(
    "ends within a second also where the revocation was not seen",
    inRollback(async (db) => {
      const { cookie, personId } = await signIn(db, await makeCitizen(db));
      expect(await check(db, cookie)).toBe(personId);
      // As another process would: nobody tells this one.
      await db.update(signIns).set({ revokedAt: sql`now()` });
      const aSecondOn = performance.now() + 1_000;
      vi.spyOn(performance, "now").mockReturnValue(aSecondOn);
      expect(await check(db, cookie)).toBeNull();
    }),
  );

  test(
    "ends at once where it was revoked, and tells the sockets of its person",
    inRollback(async (db) => {
      const { cookie, sid, personId } = await signIn(db, await makeCitizen(db));
      expect(await check(db, cookie)).toBe(personId);
      await signOut(db, nobody, sid, now);
      expect(await check(db, cookie)).toBeNull();
      const [event] = await db.select().from(events).where(eq(events.what, "sign-in.revoke"));
      expect(event).toMatchObject({ topics: [`person:${personId}`], public: false });
    }),
  );

  test(
    "does not end the person's others, unless all are revoked",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db);
      const [phone, computer] = [await signIn(db, citizen), await signIn(db, citizen)];
      const [, first] = await readSignIns(db, citizen, computer.sid, now);
      expect(first).toMatchObject({ here: false, device: "Firefox · Linux" });
      await revokeSignIn(db, citizen, first!.id, now);
      expect(await check(db, phone.cookie)).toBeNull();
      expect(await check(db, computer.cookie)).toBe(citizen.id);
      await revokeOwnSignIns(db, citizen, now);
      expect(await check(db, computer.cookie)).toBeNull();
      expect(await readSignIns(db, citizen, computer.sid, now)).toEqual([]);
    }),
  );

  test(
    "of somebody else cannot be ended, nor their list be read",
    inRollback(async (db) => {
      const [mine, theirs] = [await makeCitizen(db), await makeCitizen(db)];
      const { cookie, sid } = await signIn(db, theirs);
      const [row] = await readSignIns(db, theirs, sid, now);
      await expect(revokeSignIn(db, mine, row!.id, now)).rejects.toMatchObject({ key: "signIn.notYours" });
      await expect(revokeSignIn(db, nobody, row!.id, now)).rejects.toMatchObject({ key: "signInFirst" });
      await expect(readSignIns(db, nobody, sid, now)).rejects.toMatchObject({ key: "signInFirst" });
      expect(await readSignIns(db, mine, sid, now)).toEqual([]);
      expect(await check(db, cookie)).toBe(theirs.id);
    }),
  );

  test(
    "stays believed when its revocation is rolled back",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db);
      const { cookie } = await signIn(db, citizen);
      const undone = transact(db, async (tx) => {
        await revokeAllOf(tx, nobody, citizen.id, now);
        throw new Error("undone");
      });
      await expect(undone).rejects.toThrow("undone");
      forgetChecked();
      expect(await check(db, cookie)).toBe(citizen.id);
    }),
  );
});

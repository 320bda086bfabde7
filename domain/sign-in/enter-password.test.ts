import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { people, staffCredentials } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { nowAt } from "#domain/calendar/now.ts";
import { makeOperator } from "#test/factories/people.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { calendar, on } from "#test/on.ts";
import { enterPassword } from "./enter-password.ts";
import { setCredentials } from "./set-credentials.ts";

const now = on("2026-09-18");
const later = (seconds: number) => nowAt(new Date(now.at.getTime() + seconds * 1_000), calendar);
const password = "槎城的水压今年要好";
const longPassword = `${password}，请放心`;
const secret = new Secret({ size: 20 }).base32;
const codeAt = (at: Date) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
let browsers = 0;
const browser = () => {
  browsers += 1;
  return { address: `198.51.100.${browsers}`, device: null };
};

beforeEach(() => vi.stubEnv("GONGPU_SECRET", "one secret of a test"));
afterEach(() => vi.unstubAllEnvs());

async function makeDesk(db: Db, name = "jiaotong01") {
  const { id } = await makeOperator(db);
  const chosen = { name, password: longPassword, totp: codeAt(now.at) };
  await transact(db, (tx) => setCredentials(tx, id, chosen, secret, now));
  return id;
}
const enter = (db: Db, given: Partial<Parameters<typeof enterPassword>[1]> = {}, at = later(60), from = browser()) =>
  enterPassword(db, { name: "jiaotong01", password: longPassword, totp: codeAt(at.at), ...given }, from, at);
const refused = { key: "signIn.staffWrong" };

describe("staff", () => {
  test(
    "sign in with name, password and one-time code, for one working day",
    inRollback(async (db) => {
      const personId = await makeDesk(db);
      expect(await enter(db, { name: " Ｊiaotong01" })).toMatchObject({ personId, lasts: 12 * 3_600 });
    }),
  );

  test(
    "are refused in the same words for a wrong name, password or code",
    inRollback(async (db) => {
      await makeDesk(db);
      await expect(enter(db, { name: "nobody" })).rejects.toMatchObject(refused);
      await expect(enter(db, { password: `${longPassword}！` })).rejects.toMatchObject(refused);
      await expect(enter(db, { totp: "abcdef" })).rejects.toMatchObject(refused);
      await expect(enter(db, { totp: codeAt(later(3_600).at) })).rejects.toMatchObject(refused);
    }),
  );

  test(
    "use a one-time code once, and none before it either",
    inRollback(async (db) => {
      await makeDesk(db);
      await enter(db);
      await expect(enter(db)).rejects.toMatchObject(refused);
      await expect(enter(db, { totp: codeAt(later(30).at) })).rejects.toMatchObject(refused);
      await expect(enter(db, {}, later(90))).resolves.toHaveProperty("sid");
    }),
  );

  test("cannot use one code from two browsers at the same moment", async () => {
    const { db } = await ownDatabase();
    await makeDesk(db);
    const both = await Promise.allSettled([enter(db), enter(db)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test(
    "may be one period early or late, not two",
    inRollback(async (db) => {
      await makeDesk(db);
      const at = later(600);
      await expect(enter(db, { totp: codeAt(later(540).at) }, at)).rejects.toMatchObject(refused);
      await expect(enter(db, { totp: codeAt(later(570).at) }, at)).resolves.toHaveProperty("sid");
      await expect(enter(db, { totp: codeAt(later(660).at) }, at)).rejects.toMatchObject(refused);
      await expect(enter(db, { totp: codeAt(later(630).at) }, at)).resolves.toHaveProperty("sid");
    }),
  );

  test(
    "who guess are slowed down at their own address, and nobody else with them",
    inRollback(async (db) => {
      await makeDesk(db, "busy01");
      const guesser = browser();
      const guess = () => enter(db, { name: "busy01", password: "wrong wrong wrong" }, later(60), guesser);
      for (let n = 0; n < 8; n += 1) await expect(guess()).rejects.toMatchObject(refused);
      await expect(guess()).rejects.toMatchObject({ key: "tooOften" });
      await expect(enter(db, { name: "busy01" })).resolves.toHaveProperty("sid");
    }),
  );

  test(
    "whose desk is closed are refused",
    inRollback(async (db) => {
      const id = await makeDesk(db);
      await db.update(people).set({ closedAt: now.at }).where(eq(people.id, id));
      await expect(enter(db)).rejects.toMatchObject(refused);
    }),
  );
});

describe("choosing name and password", () => {
  test(
    "keeps neither the password nor the authenticator's secret readable",
    inRollback(async (db) => {
      await makeDesk(db);
      const [row] = await db.select().from(staffCredentials);
      expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(JSON.stringify(row)).not.toContain(secret);
    }),
  );

  test.each([
    [{ password: "短短的口令" }, "signIn.passwordLength"],
    [{ password: "passwordpassword1" }, "signIn.passwordGuessed"],
    [{ password: "jiaotong02 的口令" }, "signIn.passwordGuessed"],
    [{ password: "aaaaaaaaaaaaaaaa" }, "signIn.passwordGuessed"],
    [{ name: "j" }, "signIn.nameShape"],
    [{ name: "jiaotong01" }, "signIn.nameTaken"],
    [{ totp: "000000x" }, "signIn.totpWrong"],
  ])("%j is refused", (wrong, key) =>
    inRollback(async (db) => {
      await makeDesk(db);
      const { id } = await makeOperator(db);
      const chosen = { name: "jiaotong02", password: longPassword, totp: codeAt(now.at), ...wrong };
      await expect(transact(db, (tx) => setCredentials(tx, id, chosen, secret, now))).rejects.toMatchObject({ key });
    })(),
  );
});

import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { mailAddresses, mailConfirmations } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { readOwnReach } from "#domain/notices/settings.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { queued } from "#test/reached.ts";
import { confirmAddress, dropAddress, readConfirmation, readWaiting } from "./confirm-address.ts";
import { giveAddress } from "./give-address.ts";
import { addressInput } from "./input.ts";

const now = on("2026-09-18");
const given = { email: "reader@example.org", language: "zh-CN" } as const;

beforeEach(() => vi.stubEnv("GONGPU_DEMO", "1"));

const lastToken = async (db: Db) => /confirm-address\/([\w-]+)/.exec((await queued(db)).at(-1)!.text)![1]!;

describe("an address for notices", () => {
  test(
    "counts once whoever reads it has said so, and is nowhere in clear",
    inRollback(async (db) => {
      const person = await makeCitizen(db);
      await giveAddress(db, person, given, now);
      expect((await readOwnReach(db, person)).to.email).toBeNull();
      expect(await readWaiting(db, person, now)).toMatchObject({ email: given.email });
      const token = await lastToken(db);
      expect(await readConfirmation(db, token, now)).toBe(given.email);
      await confirmAddress(db, { token }, now);
      expect((await readOwnReach(db, person)).to.email).toBe(given.email);
      expect(await readWaiting(db, person, now)).toBeNull();
      const rows = [await db.select().from(mailAddresses), await db.select().from(mailConfirmations)];
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${given.email}|${token}`));
      await dropAddress(db, person);
      expect((await readOwnReach(db, person)).to.email).toBeNull();
    }),
  );

  test(
    "is confirmed once, within a day, by the newest link",
    inRollback(async (db) => {
      const person = await makeCitizen(db);
      await giveAddress(db, person, given, now);
      const first = await lastToken(db);
      await giveAddress(db, person, given, on("2026-09-18", "09:30"));
      const second = await lastToken(db);
      const over = { key: "mailAddresses.linkOver" };
      await expect(confirmAddress(db, { token: first }, on("2026-09-18", "09:31"))).rejects.toMatchObject(over);
      await expect(confirmAddress(db, { token: second }, on("2026-09-19", "09:30"))).rejects.toMatchObject(over);
      await confirmAddress(db, { token: second }, on("2026-09-19", "09:29"));
      await expect(confirmAddress(db, { token: second }, on("2026-09-19", "09:29"))).rejects.toMatchObject(over);
      await expect(confirmAddress(db, { token: "nonsense" }, now)).rejects.toMatchObject(over);
    }),
  );

  test(
    "is not written to again and again, by whomever; nor by nobody, nor where there is no mail",
    inRollback(async (db) => {
      const [person, others] = [await makeCitizen(db), [await makeCitizen(db), await makeCitizen(db)]];
      await giveAddress(db, person, given, now);
      for (const other of others) await giveAddress(db, other, given, now);
      const tooOften = { key: "mailAddresses.tooOften" };
      await expect(giveAddress(db, await makeCitizen(db), given, now)).rejects.toMatchObject(tooOften);
      await giveAddress(db, person, given, on("2026-09-18", "10:01"));
      await expect(giveAddress(db, nobody, given, now)).rejects.toMatchObject({ key: "signInFirst" });
      vi.stubEnv("GONGPU_DEMO", "0");
      await expect(giveAddress(db, person, given, on("2026-09-20"))).rejects.toMatchObject({
        key: "mailAddresses.noMail",
      });
    }),
  );

  test.each(["", "nobody", "a@b", "two@example.org, three@example.org", "line@example.org\nBcc: x@example.org"])(
    "is not %j",
    (email) => {
      expect(addressInput.safeParse({ email }).error?.issues[0]?.message).toBe("mailAddresses.malformed");
    },
  );
});

import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { identities, people, signIns } from "#db/schema/index.ts";
import { readPerson } from "#domain/access/actor.ts";
import { nowAt } from "#domain/calendar/now.ts";
import { readOutbox } from "#domain/messages/read-outbox.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { calendar, on } from "#test/on.ts";
import { askForCode } from "./ask-for-code.ts";
import { enterCode } from "./enter-code.ts";

const phone = "13800138000";
const now = on("2026-09-18");
const later = (seconds: number) => nowAt(new Date(now.at.getTime() + seconds * 1_000), calendar);
let browsers = 0;
/** Another address for each browser: limits by address are counted across the tests of a process. */
const browser = () => {
  browsers += 1;
  return { address: `192.0.2.${browsers}`, device: "Firefox · Linux" };
};

beforeEach(() => {
  vi.stubEnv("GONGPU_SECRET", "one secret of a test");
  vi.stubEnv("GONGPU_DEMO", "1");
});
afterEach(() => vi.unstubAllEnvs());

const ask = (db: Db, at = now, to = phone) =>
  askForCode(db, { phone: to, words: (code) => `您的验证码是 ${code}` }, browser(), at);
const lastCode = async (db: Db) => /\d{6}/.exec((await readOutbox(db))[0]!.text)![0];
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("a code sent to a phone", () => {
  test(
    "registers who comes first time, under the nickname they chose",
    inRollback(async (db) => {
      await ask(db);
      const opened = await enterCode(db, { phone, code: await lastCode(db), nickname: "情暖槎城" }, browser(), now);
      expect(await readPerson(db, opened.personId)).toMatchObject({
        nickname: "情暖槎城",
        verified: true,
        staff: false,
      });
      const [identity] = await db.select().from(identities);
      expect(JSON.stringify(identity)).not.toContain(phone);
    }),
  );

  test(
    "gives a nickname to who chose none, and finds the same person again",
    inRollback(async (db) => {
      await ask(db);
      const first = await enterCode(db, { phone, code: await lastCode(db) }, browser(), now);
      expect((await readPerson(db, first.personId))?.nickname).toMatch(/^网友\d{6}$/);
      await ask(db, later(61), "１３８ ００１３ ８０００");
      const second = await enterCode(db, { phone, code: await lastCode(db) }, browser(), later(62));
      expect(second.personId).toBe(first.personId);
      expect(second.sid).not.toBe(first.sid);
    }),
  );

  test(
    "may be typed with full-width digits",
    inRollback(async (db) => {
      await ask(db);
      const wide = [...(await lastCode(db))].map((digit) => "０１２３４５６７８９"[Number(digit)]).join(" ");
      await expect(enterCode(db, { phone, code: wide }, browser(), now)).resolves.toHaveProperty("sid");
    }),
  );

  test(
    "is good once",
    inRollback(async (db) => {
      await ask(db);
      const code = await lastCode(db);
      await enterCode(db, { phone, code }, browser(), now);
      await expect(enterCode(db, { phone, code }, browser(), now)).rejects.toMatchObject({ key: "signIn.codeExpired" });
    }),
  );

  test("is good once also when the form is sent twice at the same moment", async () => {
    const { db } = await ownDatabase();
    await ask(db);
    const code = await lastCode(db);
    const both = await Promise.allSettled([1, 2].map(() => enterCode(db, { phone, code }, browser(), now)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.select().from(people)).toHaveLength(1);
    expect(await db.select().from(signIns)).toHaveLength(1);
  });

  test(
    "is good for ten minutes",
    inRollback(async (db) => {
      await ask(db);
      const entered = { phone, code: await lastCode(db) };
      await expect(enterCode(db, entered, browser(), later(600))).rejects.toMatchObject({ key: "signIn.codeExpired" });
      await expect(enterCode(db, entered, browser(), later(599))).resolves.toHaveProperty("sid");
    }),
  );

  test(
    "allows five tries, and the right code does not help after them",
    inRollback(async (db) => {
      await ask(db);
      const code = await lastCode(db);
      for (const left of [4, 3, 2, 1]) {
        const refused = expect(enterCode(db, { phone, code: wrong(code) }, browser(), now)).rejects;
        await refused.toMatchObject({ key: "signIn.codeWrong", details: { left } });
      }
      for (const typed of [wrong(code), code]) {
        const refused = expect(enterCode(db, { phone, code: typed }, browser(), now)).rejects;
        await refused.toMatchObject({ key: "signIn.codeUsedUp" });
      }
      expect(await db.select().from(people)).toHaveLength(0);
    }),
  );

  test(
    "stops counting when a newer one was sent",
    inRollback(async (db) => {
      await ask(db);
      const old = await lastCode(db);
      await ask(db, later(61));
      if (old === (await lastCode(db))) return;
      const refused = expect(enterCode(db, { phone, code: old }, browser(), later(62))).rejects;
      await refused.toMatchObject({ key: "signIn.codeWrong" });
    }),
  );

  test(
    "is not good for another phone",
    inRollback(async (db) => {
      await ask(db);
      const code = await lastCode(db);
      const refused = expect(enterCode(db, { phone: "13900139000", code }, browser(), now)).rejects;
      await refused.toMatchObject({ key: "signIn.codeExpired" });
    }),
  );

  test(
    "stays good when the nickname was refused",
    inRollback(async (db) => {
      await ask(db);
      const code = await lastCode(db);
      const refused = expect(enterCode(db, { phone, code, nickname: "市长热线" }, browser(), now)).rejects;
      await refused.toMatchObject({ key: "people.nicknameOfficial" });
      await expect(enterCode(db, { phone, code, nickname: "元元" }, browser(), now)).resolves.toHaveProperty("sid");
    }),
  );

  test(
    "signs nobody in whose account is closed",
    inRollback(async (db) => {
      await ask(db);
      const { personId } = await enterCode(db, { phone, code: await lastCode(db) }, browser(), now);
      await db.update(people).set({ closedAt: now.at }).where(eq(people.id, personId));
      await ask(db, later(61));
      const refused = expect(enterCode(db, { phone, code: await lastCode(db) }, browser(), later(62))).rejects;
      await refused.toMatchObject({ key: "signIn.closed" });
    }),
  );
});

describe("asking for a code", () => {
  test(
    "is refused for a number that is no mainland mobile",
    inRollback(async (db) => {
      await expect(ask(db, now, "0762-3333333")).rejects.toMatchObject({ key: "signIn.phoneWrong" });
    }),
  );

  test(
    "is possible once a minute and five times an hour for one number",
    inRollback(async (db) => {
      await ask(db);
      await expect(ask(db, later(20))).rejects.toMatchObject({ key: "signIn.codeJustSent", details: { seconds: 40 } });
      for (const minutes of [1, 2, 3, 4]) await ask(db, later(minutes * 60));
      await expect(ask(db, later(1800))).rejects.toMatchObject({ key: "tooOften", details: { minutes: 30 } });
      await expect(ask(db, later(3601))).resolves.toBeUndefined();
    }),
  );

  test("sends one code when the button is pressed twice at the same moment", async () => {
    const { db } = await ownDatabase();
    await Promise.allSettled([ask(db), ask(db)]);
    expect(await readOutbox(db)).toHaveLength(1);
  });

  test(
    "is limited by address, a whole /64 of IPv6 being one",
    inRollback(async (db) => {
      const asked = Array.from({ length: 21 }, (_, n) =>
        askForCode(
          db,
          { phone: `139001390${String(n).padStart(2, "0")}`, words: String },
          { address: `2001:db8:0:7:${n}::1`, device: null },
          now,
        ).then(
          () => "sent",
          (refusal) => refusal.key,
        ),
      );
      const answers = await Promise.all(asked);
      expect(answers.filter((answer) => answer === "sent")).toHaveLength(20);
      expect(answers.filter((answer) => answer === "tooOften")).toHaveLength(1);
    }),
  );

  test(
    "is refused where nothing carries messages",
    inRollback(async (db) => {
      vi.stubEnv("GONGPU_DEMO", "0");
      await expect(ask(db)).rejects.toMatchObject({ key: "signIn.noMessages" });
    }),
  );
});

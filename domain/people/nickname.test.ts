import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { leaders, offices, people, regions } from "#db/schema/index.ts";
import { nobody, readPerson } from "#domain/access/actor.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { chooseNickname } from "./choose-nickname.ts";
import { acceptNickname, makeUpNickname } from "./nickname.ts";

const now = on("2026-09-18");

async function makeCitizen(db: Db, nickname: string, nicknameGiven = false) {
  const [row] = await db
    .insert(people)
    .values({ kind: "citizen", nickname, nicknameGiven, verifiedAt: now.at, createdAt: now.at })
    .returning({ id: people.id });
  return (await readPerson(db, row!.id))!;
}

async function makeOffice(db: Db) {
  const [region] = await db
    .insert(regions)
    .values({ slug: "he", name: "河市", level: "city", lineage: [] })
    .returning();
  const [office] = await db
    .insert(offices)
    .values({ slug: "shui", name: "河市水务集团", shortName: "水务集团", regionId: region!.id, createdAt: now.at })
    .returning();
  await db.insert(leaders).values({ handle: "zong", title: "总工程师", officeId: office!.id, openedOn: "2026-01-01" });
}

describe("a nickname", () => {
  test(
    "is shown as plain letters, whatever width they were typed in",
    inRollback(async (db) => {
      expect(await acceptNickname(db, " Ｈｙtongwe  01 ")).toBe("Hytongwe 01");
    }),
  );

  test.each(["甲", "一二三四五六七八九十一二三四五六七", "<b>你好</b>", "看​不见", "你好\n再见。"])(
    "%j is refused for its shape",
    (typed) =>
      inRollback(async (db) => {
        await expect(acceptNickname(db, typed)).rejects.toMatchObject({ key: /people\.nickname(Length|Shape)/ });
      })(),
  );

  test.each(["市委书记", "河源市长热线", "Admin007", "信箱管理员", "河市水务集团客户", "我是水务集团", "总工程师老王"])(
    "%s is refused because it speaks for an office",
    (typed) =>
      inRollback(async (db) => {
        await makeOffice(db);
        await expect(acceptNickname(db, typed)).rejects.toMatchObject({ key: "people.nicknameOfficial" });
      })(),
  );

  test(
    "that somebody has is refused in any case",
    inRollback(async (db) => {
      await makeCitizen(db, "Hytongwe");
      await expect(acceptNickname(db, "hyTongWE")).rejects.toMatchObject({ key: "people.nicknameTaken" });
    }),
  );

  test(
    "made up by the platform would be accepted if somebody typed it",
    inRollback(async (db) => {
      const nickname = await makeUpNickname(db);
      expect(await acceptNickname(db, nickname)).toBe(nickname);
    }),
  );
});

describe("choosing a nickname", () => {
  test(
    "is possible once for who was given one",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db, "网友123456", true);
      expect(await chooseNickname(db, citizen, "情暖槎城", now)).toBe("情暖槎城");
      expect(await readPerson(db, citizen.id)).toMatchObject({ nickname: "情暖槎城" });
      await expect(chooseNickname(db, citizen, "又换一个", now)).rejects.toMatchObject({
        key: "people.nicknameChosen",
      });
    }),
  );

  test(
    "is refused to who chose theirs, and to nobody",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db, "元元");
      await expect(chooseNickname(db, citizen, "情暖槎城", now)).rejects.toMatchObject({
        key: "people.nicknameChosen",
      });
      await expect(chooseNickname(db, nobody, "情暖槎城", now)).rejects.toMatchObject({ key: "signInFirst" });
    }),
  );
});

import { describe, expect, test } from "vitest";
import { makeLeader } from "#test/factories/offices.ts";
import { makeHolder, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { addWording, changeWording, moveWordingUp, removeWording } from "./keep-wordings.ts";
import { readWordings } from "./read-wordings.ts";

const now = on("2026-09-18");

describe("standard wordings", () => {
  test(
    "belong to the position: added, put in order, changed and removed by whoever holds it",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const [holder, successor] = [await makeHolder(db, leader.id), await makeHolder(db, leader.id)];
      const add = (words: string) => addWording(db, holder, { leaderId: leader.id, words, use: "always" }, now);
      const list = async () => (await readWordings(db, successor))[0]!.wordings;
      const words = async () => (await list()).map((one) => one.words);
      expect(await words()).toEqual([]);
      for (const one of ["照办。", "三日内报结果。", "请核实。"]) await add(one);
      await expect(add("照办。")).rejects.toMatchObject({ key: "wordings.twice" });
      const [first, , third] = await list();
      await moveWordingUp(db, successor, { wordingId: third!.id }, now);
      await moveWordingUp(db, successor, { wordingId: first!.id }, now);
      expect(await words()).toEqual(["照办。", "请核实。", "三日内报结果。"]);
      await changeWording(db, holder, { wordingId: third!.id, words: "请核实后报我。", use: "late" }, now);
      await removeWording(db, holder, { wordingId: first!.id }, now);
      expect(await list()).toMatchObject([
        { words: "请核实后报我。", use: "late" },
        { words: "三日内报结果。", use: "always" },
      ]);
    }),
  );

  test(
    "are nobody else's to read or touch, and there is an end to them",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const holder = await makeHolder(db, leader.id);
      const add = (by = holder, words = "照办。") =>
        addWording(db, by, { leaderId: leader.id, words, use: "always" }, now);
      await add();
      const other = await makeHolder(db, (await makeLeader(db, { officeId: leader.officeId })).id);
      const operator = await makeOperator(db, leader.officeId);
      const wordingId = (await readWordings(db, holder))[0]!.wordings[0]!.id;
      for (const stranger of [other, operator]) {
        await expect(add(stranger)).rejects.toMatchObject({ key: "forbidden" });
        await expect(removeWording(db, stranger, { wordingId }, now)).rejects.toMatchObject({
          key: "wordings.missing",
        });
      }
      expect((await readWordings(db, other))[0]!.wordings).toEqual([]);
      expect(await readWordings(db, operator)).toEqual([]);
      for (let n = 2; n <= 12; n += 1) await add(holder, `第 ${n} 句。`);
      await expect(add(holder, "再一句。")).rejects.toMatchObject({ key: "wordings.full" });
    }),
  );
});

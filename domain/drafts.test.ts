import { describe, expect, test } from "vitest";
import { nobody } from "#domain/access/actor.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { dropDraft, forgetOldDrafts, keepDraft, readDraft } from "./drafts.ts";

const today = on("2026-11-22");

describe("a draft", () => {
  test(
    "keeps what each step of a form adds, the latest word of a field last",
    inRollback(async (db) => {
      const writer = await makeCitizen(db);
      await keepDraft(db, writer, "write", { title: "水压", body: "没有水" }, today);
      await keepDraft(db, writer, "write", { title: "水压不足", region: "yuancheng" }, on("2026-11-22", "10:00"));
      expect(await readDraft(db, writer, "write")).toMatchObject({
        fields: { title: "水压不足", body: "没有水", region: "yuancheng" },
        at: on("2026-11-22", "10:00").at,
      });
    }),
  );

  test(
    "is found by nobody else",
    inRollback(async (db) => {
      await keepDraft(db, await makeCitizen(db), "write", { title: "水压不足" }, today);
      const other = await makeCitizen(db);
      expect(await readDraft(db, other, "write")).toBeNull();
      expect(await readDraft(db, nobody, "write")).toBeNull();
    }),
  );

  test(
    "is refused to who is not signed in",
    inRollback(async (db) => {
      await expect(keepDraft(db, nobody, "write", {}, today)).rejects.toMatchObject({ key: "signInFirst" });
    }),
  );

  test(
    "is refused when it is no letter any more, and stays as it was",
    inRollback(async (db) => {
      const writer = await makeCitizen(db);
      await keepDraft(db, writer, "write", { body: "没有水" }, today);
      const tooMuch = { more: "水".repeat(40_000) };
      await expect(keepDraft(db, writer, "write", tooMuch, today)).rejects.toMatchObject({ key: "drafts.tooLong" });
      expect((await readDraft(db, writer, "write"))?.fields).toEqual({ body: "没有水" });
    }),
  );

  test(
    "is dropped by its writer alone",
    inRollback(async (db) => {
      const [writer, other] = [await makeCitizen(db), await makeCitizen(db)];
      await keepDraft(db, writer, "write", { body: "没有水" }, today);
      await dropDraft(db, other, "write");
      expect(await readDraft(db, writer, "write")).not.toBeNull();
      await dropDraft(db, writer, "write");
      expect(await readDraft(db, writer, "write")).toBeNull();
    }),
  );

  test(
    "is forgotten after ninety days, not before",
    inRollback(async (db) => {
      const writer = await makeCitizen(db);
      await keepDraft(db, writer, "write", { body: "没有水" }, on("2026-01-01"));
      expect(await forgetOldDrafts(db, on("2026-04-01", "08:59"))).toBe(0);
      expect(await forgetOldDrafts(db, on("2026-04-01", "09:01"))).toBe(1);
    }),
  );
});

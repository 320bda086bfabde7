import { describe, expect, test } from "vitest";
import { nobody, readPerson } from "#domain/access/actor.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeCitizen, makeHandler, makeOperator, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { openLetter, readContact } from "./open-letter.ts";
import { readLetterFor } from "./read-letter-for.ts";
import { noteInternally } from "./report-progress.ts";

const sent = on("2026-09-18");

describe("a letter on somebody's desk", () => {
  test(
    "shows handlers the original, the notes and their steps; the writer their own, without the notes",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned", phone: "13812345678" });
      const lead = await makeHandler(db, letter.leadOfficeId);
      await noteInternally(db, lead, { letterId: letter.id, words: "内部看看。" }, on("2026-09-21"));
      const desk = (await readLetterFor(db, lead, letter.number, on("2026-09-21")))!;
      expect(desk).toMatchObject({
        body: letter.body,
        contact: { kept: true, mayRead: true },
        isAuthor: false,
        claim: null,
      });
      expect(desk.timeline.at(-1)).toMatchObject({ what: "note", words: "内部看看。", public: false });
      const steps = new Map(desk.steps.map(({ step, obstacle }) => [step, obstacle?.key ?? null]));
      expect(steps.get("answer")).toBeNull();
      expect(steps.get("followUp")).toBe("letters.tooLate");
      expect(steps.has("accept")).toBe(false);

      const author = (await readPerson(db, letter.authorId!))!;
      const own = (await readLetterFor(db, author, letter.number, on("2026-09-21")))!;
      expect(own.timeline.map(({ what }) => what)).not.toContain("note");
      expect(own.contact.mayRead).toBe(false);
      expect(own.steps.filter(({ obstacle }) => !obstacle).map(({ step }) => step)).toEqual(["urge", "withdraw"]);
    }),
  );

  test(
    "is not found by strangers and not by nobody",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      for (const actor of [nobody, await makeCitizen(db), await makeHandler(db), await makeTriage(db)]) {
        expect(await readLetterFor(db, actor, letter.number, sent)).toBeNull();
      }
    }),
  );

  test(
    "proposes what to hide before it is confirmed",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { body: "我是欧阳向往，电话13812345678，住四楼。", name: "欧阳向往" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const desk = await readLetterFor(db, operator, letter.number, sent);
      expect(desk?.proposal?.body.text).toBe("我是（已隐去：姓名），电话（已隐去：手机号），住四楼。");
      expect(desk?.proposal?.body.spans.map(({ kind }) => kind)).toEqual(["name", "mobile"]);
    }),
  );

  test(
    "records each reading once a day, and each opening of the contact",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { phone: "13812345678" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const author = (await readPerson(db, letter.authorId!))!;
      for (const now of [sent, on("2026-09-18", "17:00"), on("2026-09-19")])
        await openLetter(db, operator, letter.number, now);
      await openLetter(db, author, letter.number, sent);
      expect(await readContact(db, operator, { letterId: letter.id }, sent)).toEqual({
        name: null,
        phone: "13812345678",
      });
      const kept = (await eventsOf(db, letter)).slice(1);
      expect(kept.map(({ what, public: open }) => [what, open])).toEqual([
        ["letter.opened", false],
        ["letter.opened", false],
        ["letter.readContact", false],
      ]);
      await expect(readContact(db, author, { letterId: letter.id }, sent)).rejects.toMatchObject({ key: "forbidden" });
      await expect(readContact(db, await makeCitizen(db), { letterId: letter.id }, sent)).rejects.toMatchObject({
        key: "letters.missing",
      });
    }),
  );
});

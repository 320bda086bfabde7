import { describe, expect, test } from "vitest";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeHandler, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { openLetter } from "./open-letter.ts";
import { reportProgress } from "./report-progress.ts";

const now = on("2026-09-21");
const words = "在查。";

describe("recusal", () => {
  test(
    "tells the accused that there is no such letter, and those who handle it that they reached for it",
    inRollback(async (db) => {
      const accused = await makeOffice(db);
      const letter = await makeLetter(db, { state: "assigned", kind: "accusation", accusedOfficeId: accused.id });
      const [handler, stranger] = [await makeHandler(db, accused.id), await makeHandler(db)];
      const attempts = async () => (await eventsOf(db, letter)).filter(({ what }) => what === "letter.attempt");
      for (const who of [stranger, handler]) {
        expect(await openLetter(db, who, letter.number, now)).toBeNull();
        await expect(reportProgress(db, who, { letterId: letter.id, words }, now)).rejects.toMatchObject({
          key: "letters.missing",
        });
      }
      const attempt = { personId: handler.id, officeId: accused.id, public: false, topics: [] };
      expect(await attempts()).toMatchObject([attempt, attempt]);
    }),
  );

  test(
    "refuses whoever works on letters a letter of their own, and records it",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const author = await makeHandler(db, office.id);
      const letter = await makeLetter(db, { state: "assigned", author, leadOfficeId: office.id });
      const report = (by = author) => reportProgress(db, by, { letterId: letter.id, words }, now);
      await expect(report()).rejects.toMatchObject({ key: "forbidden" });
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ what: "letter.attempt", personId: author.id });
      await expect(report(await makeOperator(db))).rejects.toMatchObject({ key: "forbidden" });
      expect((await eventsOf(db, letter)).filter(({ what }) => what === "letter.attempt")).toHaveLength(1);
    }),
  );
});

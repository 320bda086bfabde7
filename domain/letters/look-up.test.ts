import { describe, expect, test } from "vitest";
import { notices } from "#db/schema/index.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeMailbox } from "#test/factories/offices.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { listMyLetters } from "./list-my-letters.ts";
import { lookUpLetter, writerByPass } from "./look-up.ts";

const sent = on("2026-09-18");

describe("looking up by number and query code", () => {
  test(
    "stands for the writer, for this letter and half an hour",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const found = await lookUpLetter(db, { number: letter.number, code: letter.queryCode }, sent);
      const writer = await writerByPass(db, letter.number, found.pass, sent);
      expect(writer).toMatchObject({ id: letter.authorId, grants: [] });
      const other = await makeLetter(db);
      const minutesLater = { ...sent, at: new Date(sent.at.getTime() + 30 * 60_000) };
      for (const attempt of [
        () => writerByPass(db, other.number, found.pass, sent),
        () => writerByPass(db, letter.number, found.pass, minutesLater),
        () => writerByPass(db, letter.number, `${found.pass}0`, sent),
        () => writerByPass(db, letter.number, "", sent),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ key: "letters.linkExpired" });
      }
    }),
  );

  test(
    "tells a wrong number and a wrong code apart by nothing",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      for (const wrong of [
        { number: letter.number, code: "AAAAAAAA" },
        { number: "HY-2026-99999", code: letter.queryCode },
        { number: "HY-2026-99999", code: "" },
      ]) {
        await expect(lookUpLetter(db, wrong, sent)).rejects.toMatchObject({ key: "letters.notOpened", details: {} });
      }
    }),
  );
});

describe("my letters", () => {
  test(
    "come unread first, page after page, and nobody else's among them",
    inRollback(async (db) => {
      const author = await makeCitizen(db);
      const mailboxId = (await makeMailbox(db)).id;
      const ids: number[] = [];
      for (let n = 0; n < 22; n += 1) ids.push((await makeLetter(db, { author, mailboxId })).id);
      await makeLetter(db, { mailboxId });
      await db
        .insert(notices)
        .values({ personId: author.id, eventId: 1, letterId: ids[3]!, what: "letter.accept", at: sent.at });
      const first = await listMyLetters(db, author, null, sent);
      const second = await listMyLetters(db, author, first.next, sent);
      const rest = ids.filter((id) => id !== ids[3]).reverse();
      expect([...first.letters, ...second.letters].map(({ id }) => id)).toEqual([ids[3], ...rest]);
      expect([first.letters[0]?.unread, second.next]).toEqual([1, null]);
    }),
  );
});

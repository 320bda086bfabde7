import { describe, expect, test } from "vitest";
import { makeCitizen } from "#test/factories/people.ts";
import { makeComment } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { addToComment } from "./change.ts";
import { mostAddenda } from "./input.ts";
import { readOwnComment } from "./read-own.ts";

const written = on("2026-09-18", "10:00");

describe("one's own comment", () => {
  test(
    "may be changed for fifteen minutes; after that more can be said, and it can become a letter",
    inRollback(async (db) => {
      const { id, author } = await makeComment(db, { at: written });
      expect(await readOwnComment(db, author, id, on("2026-09-18", "10:14"))).toMatchObject({
        comment: { id },
        editableUntil: on("2026-09-18", "10:15").at,
        addendaLeft: mostAddenda,
        mayBecomeLetter: true,
      });
      await addToComment(db, author, { commentId: id, body: "今天也没有水。" }, on("2026-09-19"));
      expect(await readOwnComment(db, author, id, on("2026-09-18", "10:15"))).toMatchObject({
        editableUntil: null,
        addendaLeft: mostAddenda - 1,
      });
    }),
  );

  test(
    "is nobody else's",
    inRollback(async (db) => {
      const { id } = await makeComment(db, { at: written });
      expect(await readOwnComment(db, await makeCitizen(db), id, written)).toBeNull();
      expect(await readOwnComment(db, { kind: "nobody" }, id, written)).toBeNull();
    }),
  );
});

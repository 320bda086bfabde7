import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { comments } from "#db/schema/index.ts";
import { defaults } from "#domain/policies/policies.ts";
import { makeCitizen, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { instant, on } from "#test/on.ts";
import { readTrust } from "./read-trust.ts";
import { type Standing, trustStep } from "./trust.ts";

const now = on("2026-09-18", "10:00");
const firm: Standing = { verified: true, since: instant("2026-08-19"), comments: 5, supports: 5 };

describe("the step of trust", () => {
  test.each<[string, Partial<Standing>, string]>([
    ["thirty days, five comments, five votes", {}, "established"],
    ["a day too young", { since: instant("2026-08-20") }, "verified"],
    ["too few comments", { comments: 4 }, "verified"],
    ["nobody agrees", { supports: 4 }, "verified"],
    ["opened yesterday", { since: instant("2026-09-17", "23:59") }, "verified"],
    ["opened today", { since: instant("2026-09-18", "00:01") }, "new"],
    ["never verified, however old and liked", { verified: false, since: instant("2009-01-01") }, "new"],
  ])("%s", (_, given, step) => expect(trustStep({ ...firm, ...given }, defaults, now)).toBe(step));

  test(
    "is read from the comments that stand: one that was hidden is none",
    inRollback(async (db) => {
      const [person, post] = [await makeCitizen(db), await makePost(db)];
      const said: number[] = [];
      for (let n = 0; n < 5; n += 1) said.push((await makeComment(db, { postId: post.id, by: person })).id);
      expect(await readTrust(db, person.id, now)).toBe("verified");
      await db.update(comments).set({ up: 2 }).where(eq(comments.authorId, person.id));
      expect(await readTrust(db, person.id, now)).toBe("established");
      await db.update(comments).set({ hiddenAt: now.at, hiddenCode: "insult" }).where(eq(comments.id, said[0]!));
      expect(await readTrust(db, person.id, now)).toBe("verified");
      const unverified = await makePerson(db, [], { verifiedAt: null });
      expect(await readTrust(db, unverified.id, now)).toBe("new");
    }),
  );
});

import { describe, expect, test } from "vitest";
import { nobody } from "#domain/access/actor.ts";
import { defaults } from "#domain/policies/policies.ts";
import { makeEstablished } from "#test/factories/established.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { countComment } from "./comment-rate.ts";

const now = on("2026-09-18", "10:00");

describe("comments in an hour", () => {
  test(
    "are counted by the step of trust; whoever wrote more hears until when, and nobody else is held back by it",
    inRollback(async (db) => {
      const fresh = await makePerson(db, [], { createdAt: now.at });
      const [known, firm] = [await makeCitizen(db), await makeEstablished(db)];
      for (const [person, step] of [
        [fresh, "new"],
        [known, "verified"],
        [firm, "established"],
      ] as const) {
        const most = defaults[`comments.${step}`];
        for (let n = 0; n < most; n += 1) await countComment(db, person, now);
        const refused = await countComment(db, person, now).catch((error) => error);
        expect(refused).toMatchObject({ key: "comments.tooMany", details: { step, most } });
        expect(refused.details.at).toBeGreaterThan(now.at.getTime());
        expect(refused.details.at).toBeLessThanOrEqual(now.at.getTime() + 3_600_000);
      }
    }),
  );

  test(
    "are not counted for desks and for nobody",
    inRollback(async (db) => {
      const desk = await makeOperator(db);
      for (let n = 0; n <= defaults["comments.established"]; n += 1) await countComment(db, desk, now);
      await expect(countComment(db, nobody, now)).resolves.toBeUndefined();
    }),
  );
});

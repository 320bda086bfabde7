import { describe, expect, test } from "vitest";
import { makeOffice } from "#test/factories/offices.ts";
import { inRollback } from "#test/in-rollback.ts";
import { instant } from "#test/on.ts";
import { readAssignable } from "./assignable.ts";

describe("offices that can lead or assist", () => {
  test(
    "are found by the initials of their name",
    inRollback(async (db) => {
      const { slug } = await makeOffice(db, { name: "河源市水务局" });
      expect(await readAssignable(db, null)).toContainEqual(expect.objectContaining({ slug, initials: "hysswj" }));
    }),
  );

  test(
    "are never the accused one, nor one that is closed",
    inRollback(async (db) => {
      const [accused, closed, other] = [
        await makeOffice(db),
        await makeOffice(db, { closedAt: instant("2020-01-01") }),
        await makeOffice(db),
      ];
      const offered = (await readAssignable(db, accused.slug)).map(({ slug }) => slug);
      expect(offered).toContain(other.slug);
      expect(offered).not.toContain(accused.slug);
      expect(offered).not.toContain(closed.slug);
    }),
  );
});

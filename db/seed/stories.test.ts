import { expect, test } from "vitest";
import { readRunningIncidents } from "#domain/incidents/read-incidents.ts";
import { readPostsOfKind } from "#domain/posts/read-posts.ts";
import { readUpdates } from "#domain/updates/read-updates.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { seedDemo } from "./demo.ts";

const now = on("2026-11-20", "15:00");
process.env.GONGPU_SECRET ??= "a secret that only the tests know, 32+";

test(
  "the demonstration tells an exposure with two lamps, the one of 2011, a commendation, and an incident to its end",
  inRollback(async (db) => {
    await seedDemo(db, now);
    const exposures = (await readPostsOfKind(db, "exposure", {}, now)).posts;
    expect(exposures).toMatchObject([
      {
        demo: true,
        story: { offices: [{ owed: { light: { lamp: "met" } } }, { owed: { light: { lamp: "amber" } } }] },
      },
      {
        demo: false,
        approx: true,
        story: { letters: [{}], offices: [{ owed: { light: { lamp: "met" } }, response: {} }] },
      },
    ]);
    const commendations = (await readPostsOfKind(db, "commendation", {}, now)).posts;
    expect(commendations).toMatchObject([{ demo: true, story: { offices: [{ slug: "gongan", owed: null }] } }]);

    const [incident] = (await readPostsOfKind(db, "incident", {}, now)).posts;
    expect(incident?.incident?.endedAt).toBeInstanceOf(Date);
    expect(await readUpdates(db, incident!.id)).toHaveLength(3);
    expect(await readRunningIncidents(db)).toEqual([]);
  }),
);

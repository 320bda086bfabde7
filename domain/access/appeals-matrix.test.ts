import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { appeals, offices, posts, regions } from "#db/schema/index.ts";
import { type AppealStep, appealSteps } from "#domain/appeals/steps.ts";
import { makeAppeal } from "#test/factories/appeals.ts";
import { makeLeader, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { type Actor, clock, nobody } from "./actor.ts";
import { appealsOverseen, appealsToVerify } from "./appeals-visible.ts";
import { can } from "./policy.ts";

/** A county's appeal, one of another city, and everybody who may stand somehow to the first. */
async function makeWorld(db: Db) {
  const city = await makeRegion(db);
  const county = await makeRegion(db, city);
  const { postId, author, operator, office } = await makeAppeal(db, { region: county });
  const other = await makeAppeal(db);
  const held = (...roles: Parameters<typeof makePerson>[1] & object) => makePerson(db, roles);
  const officeIn = async (region: { id: number }) => (await makeOffice(db, { regionId: region.id })).id;
  const actors: Record<string, Actor> = {
    nobody,
    clock,
    author,
    citizen: await makeCitizen(db),
    unverified: await makePerson(db, [], { verifiedAt: null }),
    operator,
    handler: await held({ role: "handler", officeId: office.id }),
    "county triage": await held({ role: "triage", regionId: county.id }),
    "city triage": await held({ role: "triage", regionId: city.id }),
    "operator elsewhere": await held({ role: "operator", officeId: await officeIn(county) }),
    moderator: await held({ role: "moderator", regionId: city.id }),
    "moderator elsewhere": await held({ role: "moderator", regionId: other.region.id }),
    supervisor: await held({ role: "supervisor", officeId: await officeIn(city) }),
    "supervisor of the verifier": await held({ role: "supervisor", officeId: office.id }),
    leader: await held({ role: "leader", leaderId: (await makeLeader(db, { officeId: office.id })).id }),
    editor: await held({ role: "editor", regionId: city.id }),
    administrator: await held({ role: "administrator", regionId: city.id }),
  };
  return { actors, postId };
}

const who: Record<AppealStep, string[]> = {
  verify: ["operator", "handler", "county triage"],
  refuse: ["operator", "handler", "county triage"],
  pledge: ["author", "citizen"],
  takeBack: ["author", "citizen"],
  handOver: ["author", "operator"],
  suspend: ["moderator", "supervisor"],
  resume: ["moderator", "supervisor"],
  withdraw: ["author"],
  lapse: ["clock"],
  close: ["author", "operator", "handler", "county triage"],
};

test(
  "every role × step: whoever is not named here is refused",
  inRollback(async (db) => {
    const { actors, postId } = await makeWorld(db);
    const facts = (await factsOf(db)).find((one) => one.postId === postId)!;
    const may = (is: (actor: Actor) => boolean) =>
      Object.keys(actors)
        .filter((name) => is(actors[name]!))
        .toSorted();
    for (const step of Object.keys(appealSteps) as AppealStep[]) {
      expect([step, ...may((actor) => can(actor, "appeal.step", { appeal: facts, step }))]).toEqual([
        step,
        ...who[step].toSorted(),
      ]);
    }
    expect(may((actor) => can(actor, "appeal.raise"))).toEqual(["author", "citizen"]);
    expect(may((actor) => can(actor, "appeal.report"))).toEqual(["author", "citizen", "unverified"]);
    expect(may((actor) => can(actor, "appeal.oversee", facts))).toEqual(["moderator", "supervisor"]);
  }),
);

test(
  "the desk's lists say the same as the rules, of every appeal",
  inRollback(async (db) => {
    const { actors } = await makeWorld(db);
    const all = await factsOf(db);
    for (const [name, actor] of Object.entries(actors)) {
      const listed = async (where: typeof appealsToVerify) => (await idsOf(db, where(actor))).toSorted();
      const allowed = (is: (appeal: (typeof all)[number]) => boolean) =>
        all
          .filter(is)
          .map(({ postId }) => postId)
          .toSorted();
      expect([name, await listed(appealsToVerify)]).toEqual([
        name,
        allowed((appeal) => can(actor, "appeal.step", { appeal, step: "verify" })),
      ]);
      expect([name, await listed(appealsOverseen)]).toEqual([
        name,
        allowed((appeal) => can(actor, "appeal.oversee", appeal)),
      ]);
    }
  }),
);

const factsOf = (db: Db) =>
  db
    .select({
      postId: appeals.postId,
      authorId: posts.authorId,
      officeId: posts.officeId,
      triages: offices.triages,
      lineage: regions.lineage,
    })
    .from(appeals)
    .innerJoin(posts, eq(posts.id, appeals.postId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId));

const idsOf = async (db: Db, where: ReturnType<typeof appealsToVerify>) =>
  (
    await db
      .select({ id: appeals.postId })
      .from(appeals)
      .innerJoin(posts, eq(posts.id, appeals.postId))
      .innerJoin(offices, eq(offices.id, posts.officeId))
      .innerJoin(regions, eq(regions.id, offices.regionId))
      .where(where)
  ).map(({ id }) => id);

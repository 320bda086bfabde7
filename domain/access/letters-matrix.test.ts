import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { ledCases, letterOffices, letterState, letters, letterVisibility } from "#db/schema/index.ts";
import { findLetter, type Letter } from "#domain/letters/letter.ts";
import { allSteps } from "#domain/letters/steps.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { type Actor, clock, nobody } from "./actor.ts";
import { can } from "./policy.ts";
import { lettersFor, lettersToStep } from "./visibility.ts";

const listed = [
  "letter.know",
  "letter.read",
  "letter.read-original",
  "letter.read-internal",
  "letter.read-contact",
] as const;

/** A city with a county below it and another city beside it; every office that can stand somehow to a letter. */
async function makeWorld(db: Db) {
  const city = await makeRegion(db);
  const county = await makeRegion(db, city);
  const elsewhere = await makeRegion(db);
  const office = async (region: { id: number }, triages = false) =>
    (await makeOffice(db, { regionId: region.id, triages })).id;
  const keeping = await office(county);
  const leaderId = (await makeLeader(db, { officeId: keeping })).id;
  const cityLeaderId = (await makeLeader(db, { officeId: await office(city) })).id;
  const neighbourId = (await makeLeader(db, { officeId: keeping })).id;
  const lead = await office(county);
  const leadLeaderId = (await makeLeader(db, { officeId: lead })).id;
  const superior = await office(city);
  const assisting = await office(city);
  const formerLead = await office(city);
  const hosting = await office(city);
  const triaging = await office(county, true);
  const mailbox = await makeMailbox(db, { leaderId });
  const post = await makePost(db, { leaderId });
  return {
    city,
    county,
    elsewhere,
    keeping,
    leaderId,
    cityLeaderId,
    neighbourId,
    lead,
    leadLeaderId,
    superior,
    assisting,
    formerLead,
    hosting,
    triaging,
    mailbox,
    post,
  };
}

type World = Awaited<ReturnType<typeof makeWorld>>;

async function makeActors(db: Db, world: World): Promise<Record<string, Actor>> {
  const { city, county, elsewhere } = world;
  const hold = (...held: Parameters<typeof makePerson>[1] & object) => makePerson(db, held);
  return {
    nobody,
    clock,
    citizen: await makeCitizen(db),
    author: await makeCitizen(db),
    commenter: await makeCitizen(db),
    operator: await hold({ role: "operator", officeId: world.keeping }),
    "operator of the lead": await hold({ role: "operator", officeId: world.lead }),
    lead: await hold({ role: "handler", officeId: world.lead }),
    assisting: await hold({ role: "handler", officeId: world.assisting }),
    "former lead": await hold({ role: "handler", officeId: world.formerLead }),
    "handler of the keeping office": await hold({ role: "handler", officeId: world.keeping }),
    "county triage": await hold({ role: "triage", regionId: county.id }),
    "city triage": await hold({ role: "triage", regionId: city.id }),
    "triage elsewhere": await hold({ role: "triage", regionId: elsewhere.id }),
    "leader of the lead": await hold({ role: "leader", leaderId: world.leadLeaderId }),
    "handler of the host's lead": await hold({ role: "handler", officeId: world.hosting }),
    "handler of the superior": await hold({ role: "handler", officeId: world.superior }),
    addressed: await hold({ role: "leader", leaderId: world.leaderId }),
    "city leader": await hold({ role: "leader", leaderId: world.cityLeaderId }),
    "neighbouring leader": await hold({ role: "leader", leaderId: world.neighbourId }),
    moderator: await hold({ role: "moderator", regionId: city.id }),
    "moderator elsewhere": await hold({ role: "moderator", regionId: elsewhere.id }),
    "city supervisor": await hold({ role: "supervisor", officeId: world.assisting }),
    "county supervisor": await hold({ role: "supervisor", officeId: world.triaging }),
    editor: await hold({ role: "editor", regionId: city.id }),
    administrator: await hold({ role: "administrator", regionId: city.id }),
    "handler and triage": await hold({ role: "handler", officeId: world.lead }, { role: "triage", regionId: city.id }),
  };
}

/** Every state × visibility × accused × source that the constraints allow. */
async function makeLetters(db: Db, world: World, actors: Record<string, Actor>): Promise<Letter[]> {
  const idOf = (name: string) => (actors[name] as { id: number }).id;
  const accusations = [
    null,
    { accusedOfficeId: null, accusedLeaderId: null },
    { accusedOfficeId: world.keeping, accusedLeaderId: world.leaderId },
    { accusedOfficeId: world.formerLead, accusedLeaderId: world.cityLeaderId },
    { accusedOfficeId: world.assisting, accusedLeaderId: null },
    { accusedOfficeId: world.triaging, accusedLeaderId: null },
  ];
  const sources = ["citizen", "comment", "comment of the author", "staff"] as const;
  const made: number[] = [];
  let n = 0;
  for (const state of letterState.enumValues) {
    for (const visibility of letterVisibility.enumValues) {
      for (const accused of accusations) {
        for (const source of sources) {
          n += 1;
          const isPublic = visibility !== "handlers" && !accused && !["submitted", "refused"].includes(state);
          const comment = source.startsWith("comment")
            ? await makeComment(db, { postId: world.post.id, by: actors.commenter! })
            : null;
          const [row] = await db
            .insert(letters)
            .values({
              number: `HY-2026-${String(n).padStart(5, "0")}`,
              queryCodeHash: "x",
              mailboxId: world.mailbox.id,
              // Some are merged into one that a third office has: whoever has the host has these.
              mergedInto: !accused && n % 5 === 0 ? made[0]! : null,
              authorId: {
                citizen: idOf("author"),
                comment: null,
                "comment of the author": idOf("commenter"),
                staff: idOf("lead"),
              }[source],
              sourceOfficeId: source === "comment" ? world.keeping : null,
              commentId: comment?.id ?? null,
              postId: comment?.postId ?? null,
              kind: accused ? "accusation" : "complaint",
              via: comment ? "comment" : "letter",
              visibility,
              state,
              title: "水压不足",
              body: "没有水。",
              ...(isPublic && { publicTitle: "水压不足", publicBody: "没有水。", publishedAt: on("2026-09-18").at }),
              ...(isPublic && n % 7 === 0 && { hiddenAt: on("2026-09-19").at }),
              regionId: world.county.id,
              leadOfficeId: ["submitted", "accepted", "refused"].includes(state) ? null : world.lead,
              reviewOfficeId: ["answered", "closed", "refused"].includes(state) && n % 2 === 0 ? world.superior : null,
              ...accused,
              sentAt: on("2026-09-18").at,
            })
            .returning({ id: letters.id });
          made.push(row!.id);
          const led = { letterId: row!.id, leaderId: world.cityLeaderId, everyDays: 7, fromAt: on("2026-09-18").at };
          if (n % 5 === 0) await db.insert(ledCases).values(led);
          const part = { letterId: row!.id, fromAt: on("2026-09-18").at };
          await db.insert(letterOffices).values([
            { ...part, officeId: world.formerLead, part: "lead", untilAt: on("2026-09-19").at },
            { ...part, officeId: world.assisting, part: "assisting" },
          ]);
        }
      }
    }
  }
  const hosts = { letterId: made[0]!, officeId: world.hosting, fromAt: on("2026-09-18").at };
  await db.insert(letterOffices).values({ ...hosts, part: "lead" });
  return Promise.all(made.map(async (id) => (await findLetter(db, id))!));
}

describe("rights on letters", () => {
  test(
    "every role × state × visibility × accused: the policy and the lists say the same of every row",
    inRollback(async (db) => {
      const world = await makeWorld(db);
      const actors = await makeActors(db, world);
      const all = await makeLetters(db, world, actors);
      expect(all.length).toBe(8 * 3 * 6 * 4);
      const differences: string[] = [];
      const seen = new Map<string, number>();
      const compare = (name: string, what: string, may: Letter[], found: { id: number }[]) => {
        const ids = new Set(found.map(({ id }) => id));
        seen.set(what, (seen.get(what) ?? 0) + may.length);
        for (const letter of all) {
          if (may.includes(letter) !== ids.has(letter.id)) {
            differences.push(
              `${what} by ${name}: ${letter.state} ${letter.visibility} ${letter.kind} ${letter.accusedOfficeId}`,
            );
          }
        }
      };
      for (const [name, actor] of Object.entries(actors)) {
        for (const action of listed) {
          const found = await db.select({ id: letters.id }).from(letters).where(lettersFor(actor, action));
          compare(
            name,
            action,
            all.filter((letter) => can(actor, action, letter)),
            found,
          );
        }
        for (const step of allSteps) {
          const found = await db.select({ id: letters.id }).from(letters).where(lettersToStep(actor, step));
          compare(
            name,
            step,
            all.filter((letter) => can(actor, "letter.step", { letter, step })),
            found,
          );
        }
      }
      expect(differences).toEqual([]);
      // A comparison of nothing with nothing would prove nothing: every action has somebody who may.
      expect([...seen].filter(([, n]) => n === 0)).toEqual([]);
    }),
    120_000,
  );

  test(
    "an accusation is kept from the accused, their leader, their triage and everybody without work on it",
    inRollback(async (db) => {
      const world = await makeWorld(db);
      const actors = await makeActors(db, world);
      const [accusation] = await makeAccusation(db, world, {
        accusedOfficeId: world.lead,
        accusedLeaderId: world.cityLeaderId,
      });
      const readers = Object.entries(actors).filter(([, actor]) => can(actor, "letter.read-original", accusation!));
      expect(readers.map(([name]) => name).sort()).toEqual([
        "addressed",
        "assisting",
        "city triage",
        "county triage",
        "operator",
      ]);
      const [ofTriage] = await makeAccusation(db, world, { accusedOfficeId: world.triaging, accusedLeaderId: null });
      expect(can(actors["county triage"]!, "letter.read-original", ofTriage!)).toBe(false);
      expect(can(actors["city triage"]!, "letter.read-original", ofTriage!)).toBe(true);
    }),
  );

  test(
    "nobody handles a letter of their own",
    inRollback(async (db) => {
      const world = await makeWorld(db);
      const actors = await makeActors(db, world);
      const worker = actors.lead as { id: number };
      const [letter] = await db
        .insert(letters)
        .values({ ...plain(world), authorId: worker.id, leadOfficeId: world.lead, state: "assigned" })
        .returning({ id: letters.id });
      const facts = (await findLetter(db, letter!.id))!;
      expect(can(actors.lead!, "letter.step", { letter: facts, step: "answer" })).toBe(false);
      expect(can(actors.lead!, "letter.step", { letter: facts, step: "withdraw" })).toBe(true);
      expect(can(actors.lead!, "letter.read-internal", facts)).toBe(false);
      expect(can(actors["handler and triage"]!, "letter.step", { letter: facts, step: "answer" })).toBe(true);
    }),
  );
});

function plain(world: World) {
  return {
    number: `HY-2026-9${Math.floor(Math.random() * 1e6)}`,
    queryCodeHash: "x",
    mailboxId: world.mailbox.id,
    kind: "complaint" as const,
    via: "letter" as const,
    visibility: "handlers" as const,
    title: "水",
    body: "水",
    regionId: world.county.id,
    sentAt: on("2026-09-18").at,
  };
}

async function makeAccusation(
  db: Db,
  world: World,
  accused: { accusedOfficeId: number; accusedLeaderId: number | null },
) {
  const [row] = await db
    .insert(letters)
    .values({
      ...plain(world),
      ...accused,
      kind: "accusation",
      state: "accepted",
      authorId: (await makeCitizen(db)).id,
    })
    .returning({ id: letters.id });
  await db
    .insert(letterOffices)
    .values({ letterId: row!.id, officeId: world.assisting, part: "assisting", fromAt: on("2026-09-18").at });
  return [(await findLetter(db, row!.id))!];
}

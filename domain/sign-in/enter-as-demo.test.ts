import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { leaders, offices, people, regions } from "#db/schema/index.ts";
import { seedDemoPeople } from "#db/seed/demo-people.ts";
import { readPerson } from "#domain/access/actor.ts";
import { makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { demoDesks, demoRoles } from "./demo-desks.ts";
import { enterAsDemo } from "./enter-as-demo.ts";

const now = on("2026-09-18");

beforeEach(() => {
  vi.stubEnv("GONGPU_SECRET", "one secret of a test");
  vi.stubEnv("GONGPU_DEMO", "1");
});
afterEach(() => vi.unstubAllEnvs());

/** The three places of the scenario that the demonstration's desks stand in. */
async function makeCity(db: Db) {
  const scenario = JSON.parse(readFileSync("db/seed/heyuan.json", "utf8"));
  const [region] = await db
    .insert(regions)
    .values({ slug: "heyuan", name: "河源市", level: "city", lineage: [1] })
    .returning();
  for (const { slug, name, supervises } of scenario.offices) {
    if (!["shiwei", "jiaotong", "xinfangju"].includes(slug)) continue;
    const office = { slug, name, shortName: name, supervises, regionId: region!.id, createdAt: now.at };
    const [{ id } = { id: 0 }] = await db.insert(offices).values(office).returning();
    if (slug === "shiwei")
      await db.insert(leaders).values({ handle: "shuji", title: "市委书记", officeId: id, openedOn: "2008-12-01" });
  }
}

const nowhere = { address: "unknown", device: null };

describe("one click in demo mode", () => {
  test(
    "signs in as each role, holding that role and nothing else",
    inRollback(async (db) => {
      await makeCity(db);
      await seedDemoPeople(db, now);
      for (const role of demoRoles) {
        const { personId } = await enterAsDemo(db, role, nowhere, now);
        const person = (await readPerson(db, personId))!;
        expect(person).toMatchObject({ nickname: demoDesks[role], verified: true });
        expect(person.grants.map((grant) => grant.role)).toEqual(role === "citizen" ? [] : [role]);
      }
    }),
  );

  test(
    "finds the scenario's own citizen, and seeding again adds nobody",
    inRollback(async (db) => {
      await makeCity(db);
      const known = await makePerson(db, [], { nickname: demoDesks.citizen, historical: true });
      await seedDemoPeople(db, now);
      await seedDemoPeople(db, now);
      expect((await enterAsDemo(db, "citizen", nowhere, now)).personId).toBe(known.id);
      expect(await db.$count(people)).toBe(demoRoles.length);
    }),
  );

  test(
    "is refused outside demo mode, also when the people are there",
    inRollback(async (db) => {
      await makeCity(db);
      await seedDemoPeople(db, now);
      vi.stubEnv("GONGPU_DEMO", "0");
      await expect(enterAsDemo(db, "administrator", nowhere, now)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "is never an account of that name which is not of the demonstration",
    inRollback(async (db) => {
      await makePerson(db, [], { nickname: demoDesks.citizen });
      await expect(enterAsDemo(db, "citizen", nowhere, now)).rejects.toMatchObject({ key: "signIn.demoMissing" });
    }),
  );
});

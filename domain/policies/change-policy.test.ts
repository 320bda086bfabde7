import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { nobody } from "#domain/access/actor.ts";
import english from "#messages/en/policies.json" with { type: "json" };
import chinese from "#messages/zh-CN/policies.json" with { type: "json" };
import { makeLetter } from "#test/factories/letters.ts";
import { makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makePerson, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { changePolicy } from "./change-policy.ts";
import { policyInput } from "./input.ts";
import { listPolicies } from "./list-policies.ts";
import { defaults } from "./policies.ts";
import { readPolicies } from "./read-policies.ts";

const now = on("2026-09-18");
const fill = (fields: Record<string, string | number>) => policyInput.parse(fields);

const open = async (db: Db) => makePerson(db, [{ role: "administrator", regionId: (await makeRegion(db)).id }]);

describe("changing a policy", () => {
  test(
    "holds for what starts on its day, and not for what runs",
    inRollback(async (db) => {
      const administrator = await open(db);
      const running = await makeLetter(db, { state: "assigned", at: now });
      const { dueOn } = (await runningClock(db, running, "finish"))!;
      const shorter = fill({ name: "finish.ordinary", validFrom: "2026-09-21", length: 5, unit: "workdays" });
      await changePolicy(db, administrator, shorter, now);
      expect(await runningClock(db, running, "finish")).toMatchObject({ dueOn });
      const later = await makeLetter(db, { state: "assigned", at: on("2026-09-21") });
      expect(await runningClock(db, later, "finish")).toMatchObject({ dueOn: "2026-09-29" });
      const listed = (await listPolicies(db, now)).find(({ name }) => name === "finish.ordinary");
      expect(listed).toMatchObject({
        isDefault: true,
        coming: [{ from: "2026-09-21", value: { unit: "workdays", length: 5 } }],
        cap: { unit: "days", length: 60 },
      });
    }),
  );

  test(
    "may be thought over until its day",
    inRollback(async (db) => {
      const administrator = await open(db);
      for (const number of [10, 12]) {
        await changePolicy(db, administrator, fill({ name: "urge.every", validFrom: "2026-10-01", number }), now);
      }
      expect((await readPolicies(db, "2026-10-01"))["urge.every"]).toBe(12);
      expect((await readPolicies(db, "2026-09-30"))["urge.every"]).toBe(7);
    }),
  );

  test(
    "knows every shape: a switch, a day, lights and cards",
    inRollback(async (db) => {
      const administrator = await open(db);
      const from = { validFrom: "2026-10-01" };
      await changePolicy(db, administrator, fill({ ...from, name: "roll", on: "no" }), now);
      await changePolicy(db, administrator, fill({ ...from, name: "supervision.from", date: "2026-01-01" }), now);
      const thresholds = { ...defaults.thresholds, amberShare: 80, redAfter: 7 };
      await changePolicy(db, administrator, fill({ ...from, name: "thresholds", ...thresholds }), now);
      const then = { roll: false, "supervision.from": "2026-01-01", thresholds };
      expect(await readPolicies(db, "2026-10-01")).toMatchObject(then);
    }),
  );

  test.each([
    [{ name: "finish.ordinary", length: 61, unit: "days" }, "policies.overTheLaw"],
    [{ name: "finish.ordinary", length: 45, unit: "workdays" }, "policies.overTheLaw"],
    [{ name: "accept", length: 16, unit: "days" }, "policies.overTheLaw"],
    [{ name: "object", length: 6, unit: "workdays" }, "policies.overTheLaw"],
    [{ name: "review", length: 31, unit: "days" }, "policies.overTheLaw"],
    [{ name: "extension", number: 31 }, "policies.outside"],
    [{ name: "judging", length: 0, unit: "days" }, "policies.outside"],
    [{ name: "review.ask", number: 29 }, "policies.outside"],
    [{ name: "finish.danger", length: 2, unit: "days" }, "policies.unit"],
    [{ name: "judging", unit: "days" }, "policies.valueMissing"],
    [{ name: "thresholds", ...defaults.thresholds, redAfter: 2, yellowAfter: 2 }, "policies.redBeforeYellow"],
    [{ name: "thresholds", ...defaults.thresholds, amberShare: 99 }, "policies.outside"],
  ])("%j is refused as %s", (fields, key) =>
    inRollback(async (db) => {
      const filled = fill({ ...(fields as Record<string, string | number>), validFrom: "2026-10-01" });
      await expect(changePolicy(db, await open(db), filled, now)).rejects.toMatchObject({ key });
      expect(await readPolicies(db, "2026-10-01")).toEqual(defaults);
    })(),
  );

  test(
    "is refused for today and before",
    inRollback(async (db) => {
      const administrator = await open(db);
      for (const validFrom of ["2026-09-17", "2026-09-18"]) {
        const filled = fill({ name: "urge.every", validFrom, number: 10 });
        await expect(changePolicy(db, administrator, filled, now)).rejects.toMatchObject({
          key: "policies.past",
          details: { earliest: "2026-09-19" },
        });
      }
    }),
  );

  test(
    "is for whoever administers all regions, and for nobody else",
    inRollback(async (db) => {
      await open(db);
      const filled = fill({ name: "urge.every", validFrom: "2026-10-01", number: 10 });
      const below = await makePerson(db, [{ role: "administrator", regionId: (await makeRegion(db)).id }]);
      for (const actor of [below, await makeTriage(db), await makeCitizen(db)]) {
        await expect(changePolicy(db, actor, filled, now)).rejects.toMatchObject({ key: "forbidden" });
      }
      await expect(changePolicy(db, nobody, filled, now)).rejects.toMatchObject({ key: "signInFirst" });
    }),
  );

  test.each([
    ["Chinese", chinese],
    ["English", english],
  ])("every policy has a name in %s", (_, { names }) => {
    const named = Object.keys(names).map((word) => word.replaceAll("_", "."));
    expect(Object.keys(defaults).filter((name) => !named.includes(name))).toEqual([]);
  });
});

import type { Db } from "#db/client.ts";
import { policies } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import { addDays, type CivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Thresholds } from "#domain/calendar/term.ts";
import { record } from "#domain/events/record.ts";
import { findRegion } from "#domain/letters/find-mailbox.ts";
import { Refusal } from "#domain/refusal.ts";
import type { PolicyFilled } from "./input.ts";
import { problemWith, shapeOf, thresholdRanges } from "./limits.ts";
import { defaults, type Policies, type PolicyName } from "./policies.ts";

/**
 * Another number from a day on, within the law (《信访工作条例》 arts. 22-23, 34-36). Never from today or earlier: what runs
 * keeps the policy of its start, and nothing that has begun is judged by a number that nobody knew.
 */
export async function changePolicy(db: Db, actor: Actor, filled: PolicyFilled, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    authorize(actor, "platform.administer", await findRegion(tx, ""));
    const { name } = filled;
    const validFrom = filled.validFrom as CivilDate;
    if (validFrom <= now.today) throw new Refusal("policies.past", { earliest: addDays(now.today, 1) });
    const value = newValue(name, filled);
    const problem = problemWith(name, value);
    if (problem) throw new Refusal(problem.key, { least: problem.least ?? 1, most: problem.most ?? 0 });
    await tx
      .insert(policies)
      .values({ name, validFrom, value })
      .onConflictDoUpdate({ target: [policies.name, policies.validFrom], set: { value } });
    await record(tx, {
      what: "policy.change",
      topics: ["structure", "log"],
      actor,
      as: { role: "administrator" },
      subject: `policy:${name}`,
      counts: { policy: name, from: validFrom, value: JSON.stringify(value) },
      public: true,
      at: now.at,
    });
  });
}

/** The fields that this policy is made of; one that is missing keeps nothing of the old value. */
function newValue<Name extends PolicyName>(name: Name, filled: PolicyFilled): Policies[Name] {
  const value = (() => {
    switch (shapeOf(name)) {
      case "term":
        return { unit: unitOf(name, filled.unit), length: required(filled.length) };
      case "number":
        return required(filled.number);
      case "switch":
        return required(filled.on) === "yes";
      case "date":
        return required(filled.date);
      case "thresholds":
        return thresholdsOf(filled);
    }
  })();
  return value as Policies[Name];
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Refusal("policies.valueMissing");
  return value;
}

/** Hours stay hours and days stay days: a danger to life has no working days. */
function unitOf(name: PolicyName, chosen: PolicyFilled["unit"]) {
  const { unit } = defaults[name] as { unit: NonNullable<PolicyFilled["unit"]> };
  if (chosen === undefined || (unit === "hours") !== (chosen === "hours")) throw new Refusal("policies.unit");
  return chosen;
}

function thresholdsOf(filled: PolicyFilled): Thresholds {
  const given = filled as Partial<Record<keyof Thresholds, number>>;
  const names = Object.keys(thresholdRanges) as (keyof Thresholds)[];
  return Object.fromEntries(names.map((name) => [name, required(given[name])])) as unknown as Thresholds;
}

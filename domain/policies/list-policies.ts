import { asc, gt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { policies } from "#db/schema/index.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Term } from "#domain/calendar/term.ts";
import { type PolicyShape, shapeOf } from "./limits.ts";
import { defaults, legalCaps, type PolicyName } from "./policies.ts";
import { readPolicies } from "./read-policies.ts";

export interface ListedPolicy {
  name: PolicyName;
  shape: PolicyShape;
  /** What holds today. */
  value: unknown;
  isDefault: boolean;
  /** What will hold, from which day on. */
  coming: { from: CivilDate; value: unknown }[];
  /** Beyond this the law does not let it go. */
  cap: Term | null;
}

/** Every number an administrator may change: as it is, as it will be, and as far as it may go. */
export async function listPolicies(db: Db, now: Now): Promise<ListedPolicy[]> {
  const [inForce, coming] = await Promise.all([
    readPolicies(db, now.today),
    db.select().from(policies).where(gt(policies.validFrom, now.today)).orderBy(asc(policies.validFrom)),
  ]);
  return (Object.keys(defaults) as PolicyName[]).map((name) => ({
    name,
    shape: shapeOf(name),
    value: inForce[name],
    isDefault: inForce[name] === defaults[name],
    coming: coming
      .filter((row) => row.name === name)
      .map(({ validFrom, value }) => ({ from: validFrom as CivilDate, value })),
    cap: legalCaps[name] ?? null,
  }));
}

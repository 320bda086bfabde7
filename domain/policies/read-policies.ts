import { desc, lte, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { policies } from "#db/schema/index.ts";
import { prepared } from "#db/transact.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import { defaults, type Policies } from "./policies.ts";

/** The policies in force on a day: the newest row that was valid by then, else the default. */
export async function readPolicies(db: Db, day: CivilDate): Promise<Policies> {
  const rows = await prepared(db, inForce).execute({ day });
  return { ...defaults, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
}

const inForce = (db: Db) =>
  db
    .selectDistinctOn([policies.name], { name: policies.name, value: policies.value })
    .from(policies)
    .where(lte(policies.validFrom, sql.placeholder("day")))
    .orderBy(policies.name, desc(policies.validFrom))
    .prepare("policies_in_force");

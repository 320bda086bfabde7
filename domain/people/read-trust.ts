import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, people } from "#db/schema/index.ts";
import { prepared } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { Refusal } from "#domain/refusal.ts";
import { type TrustStep, trustStep } from "./trust.ts";

/** The step of trust on which an account stands now, from its newest two hundred comments. */
export async function readTrust(db: Db, personId: number, now: Now): Promise<TrustStep> {
  const [policies, [row]] = await Promise.all([
    readPolicies(db, now.today),
    prepared(db, standingOf).execute({ personId }),
  ]);
  if (!row) throw new Refusal("forbidden");
  return trustStep(row, policies, now);
}

const standingOf = (db: Db) =>
  db
    .select({
      verified: sql<boolean>`${people.verifiedAt} is not null`,
      since: people.createdAt,
      comments: sql<number>`said.comments`,
      supports: sql<number>`said.supports`,
    })
    .from(people)
    .innerJoin(
      sql`lateral (select count(*)::int as comments, coalesce(sum(c.up), 0)::int as supports from (
        select up from ${comments} where ${comments.authorId} = ${people.id} and ${comments.hiddenAt} is null
        order by ${comments.id} desc limit 200) c) said`,
      sql`true`,
    )
    .where(sql`${people.id} = ${sql.placeholder("personId")}`)
    .prepare("standing_of");

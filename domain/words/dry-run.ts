import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { regions, wordRules } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ruleChoice } from "./input.ts";
import { isHit } from "./match.ts";

export const triedDays = 30;
const mostTried = 20_000;
const mostExamples = 8;

/** What a rule would have hit, had it held. */
export interface DryRun {
  /** How many comments were looked through. */
  looked: number;
  hits: number;
  /** Of the hits, how many a moderator has hidden anyway: the higher the share, the better the rule. */
  hidden: number;
  examples: { id: number; postId: number; body: string; hidden: boolean }[];
}

interface Row extends Record<string, unknown> {
  id: number;
  postId: number;
  body: string;
  hidden: boolean;
}

/** Tries a rule on the comments of the last thirty days in its region, at most twenty thousand, the newest first. */
export async function tryRule(
  db: Db,
  actor: Actor,
  { ruleId }: z.output<typeof ruleChoice>,
  now: Now,
): Promise<DryRun> {
  const [rule] = await db
    .select({ words: wordRules.words, regionId: wordRules.regionId, lineage: regions.lineage })
    .from(wordRules)
    .innerJoin(regions, eq(regions.id, wordRules.regionId))
    .where(eq(wordRules.id, ruleId));
  if (!rule) throw new Refusal("words.missing");
  authorize(actor, "words.rule", rule);
  const since = new Date(now.at.getTime() - triedDays * 86_400_000).toISOString();
  const said = await db.execute<Row>(sql`
    select c.id::float8 as id, c.post_id::float8 as "postId", c.body, c.hidden_at is not null as hidden
    from comments c join posts p on p.id = c.post_id join offices o on o.id = p.office_id join regions r on r.id = o.region_id
    where c.created_at > ${since}::timestamptz and c.office_id is null and ${rule.regionId} = any(r.lineage)
    order by c.id desc limit ${mostTried}`);
  const hits = said.filter(({ body }) => isHit(rule.words, body));
  return {
    looked: said.length,
    hits: hits.length,
    hidden: hits.filter(({ hidden }) => hidden).length,
    examples: hits.slice(0, mostExamples),
  };
}

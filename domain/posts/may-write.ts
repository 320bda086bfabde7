import { and, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { posts, regions } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";

/** "post.redraft" as a condition on posts joined with the region of their office. */
export function mayRedraft(actor: Actor): SQL | undefined {
  return or(held(actor), and(or(isNull(posts.leaderId), eq(posts.voice, "office")), kept(actor)));
}

/** "post.publish" as a condition: one's own position; of the offices one keeps only what they say themselves, and never a citizen's appeal. */
export function mayPublish(actor: Actor): SQL | undefined {
  return and(or(held(actor), and(isNull(posts.leaderId), kept(actor))), ne(posts.kind, "appeal"));
}

const grants = (actor: Actor, role: string) =>
  isPerson(actor) ? actor.grants.filter((grant) => grant.role === role) : [];

const held = (actor: Actor) =>
  inArray(
    posts.leaderId,
    grants(actor, "leader").flatMap(({ leaderId }) => leaderId ?? []),
  );

const kept = (actor: Actor) =>
  or(
    inArray(
      posts.officeId,
      grants(actor, "operator").flatMap(({ officeId }) => officeId ?? []),
    ),
    sql`${regions.lineage} && ${sql.param(grants(actor, "editor").map(({ regionId }) => regionId))}::bigint[]`,
  );

import { eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { posts, sessionHosts } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";

/** "session.lead" as a condition on posts: on the session's stream, or on that of one of its hosts. */
export function mayLead(actor: Actor): SQL | undefined {
  const of = (role: string, scope: "leaderId" | "officeId" | "regionId") =>
    isPerson(actor) ? actor.grants.flatMap((grant) => (grant.role === role ? (grant[scope] ?? []) : [])) : [];
  const [positions, kept, edited] = [of("leader", "leaderId"), of("operator", "officeId"), of("editor", "regionId")];
  const writesFor = (stream: Pick<typeof posts, "leaderId" | "officeId"> | typeof sessionHosts) =>
    or(
      inArray(stream.leaderId, positions),
      inArray(stream.officeId, kept),
      sql`${stream.officeId} in (select o.id from offices o join regions r on r.id = o.region_id
        where r.lineage && ${sql.param(edited)}::bigint[])`,
    );
  return or(
    writesFor(posts),
    sql`exists (select 1 from ${sessionHosts} where ${eq(sessionHosts.postId, posts.id)} and ${writesFor(sessionHosts)})`,
  );
}

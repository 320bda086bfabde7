import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, posts, regions } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { Refusal } from "#domain/refusal.ts";
import { streamFields } from "./stream.ts";

/** The discussion of a post for whoever may slow it down, and whether they also weigh its votes. */
export async function readDiscussion(db: Db, actor: Actor, postId: number) {
  const [row] = await db
    .select({
      id: posts.id,
      body: posts.body,
      slowSeconds: posts.slowSeconds,
      verifiedOnly: posts.verifiedOnly,
      state: posts.state,
      hiddenAt: posts.hiddenAt,
      stream: streamFields,
    })
    .from(posts)
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(leaders, eq(leaders.id, posts.leaderId))
    .where(eq(posts.id, postId));
  if (row?.state !== "published" || row.hiddenAt || !can(actor, "talk.pace", row.stream)) {
    throw new Refusal("posts.missing");
  }
  const { id, body, slowSeconds, verifiedOnly, stream } = row;
  return { id, body, slowSeconds, verifiedOnly, lineage: stream.lineage, weighs: can(actor, "votes.weigh", stream) };
}

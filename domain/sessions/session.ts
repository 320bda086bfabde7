import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, regions, sessionHosts, sessions } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import { lockPublished, type Post, topicsOf } from "#domain/posts/post.ts";
import { type PostStream, streamFields, streamTopic } from "#domain/posts/stream.ts";
import { Refusal } from "#domain/refusal.ts";

export interface Session {
  post: Post;
  startsAt: Date;
  endsAt: Date;
  startedAt: Date | null;
  hosts: PostStream[];
}

/** Locks a session that everybody sees, for those who lead it. */
export async function lockLed(tx: Tx, actor: Actor, postId: number): Promise<Session> {
  const post = await lockPublished(tx, postId);
  const [session] = await tx
    .select({ startsAt: sessions.startsAt, endsAt: sessions.endsAt, startedAt: sessions.startedAt })
    .from(sessions)
    .where(eq(sessions.postId, postId));
  if (!session) throw new Refusal("posts.missing");
  const hosts = await hostsOf(tx, postId);
  authorize(actor, "session.lead", { stream: post.stream, hosts });
  return { post, ...session, hosts };
}

/** Who answers, in the order in which they were announced. */
export const hostsOf = (db: Db, postId: number): Promise<PostStream[]> =>
  db
    .select(streamFields)
    .from(sessionHosts)
    .innerJoin(offices, eq(offices.id, sessionHosts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(leaders, eq(leaders.id, sessionHosts.leaderId))
    .where(eq(sessionHosts.postId, postId))
    .orderBy(asc(sessionHosts.sort));

/** What reads differently when a session begins or ends: its pages, the list, the home page, the streams of its hosts. */
export function sessionTopics({ post, hosts }: Session): string[] {
  return [...new Set([...topicsOf(post), ...hosts.map(streamTopic), "sessions"])];
}

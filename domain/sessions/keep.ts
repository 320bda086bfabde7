import { eq } from "drizzle-orm";
import type { z } from "zod";
import { leaders, offices, sessionHosts, sessions } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { lengthOf, plainText } from "#domain/plain-text.ts";
import { findStream, type PostStream, streamTopic } from "#domain/posts/stream.ts";
import { Refusal } from "#domain/refusal.ts";
import { longestTitle, mostHosts, type sessionFields } from "./input.ts";
import { hostsOf } from "./session.ts";

type Fields = z.output<typeof sessionFields>;

/**
 * Keeps with the draft what is announced: the title, from when until when, and who answers. Whoever names a host must be
 * one who writes for that host's stream: nobody is announced to answer without their own office knowing.
 */
export async function keepSession(tx: Tx, actor: Actor, postId: number, fields: Fields | undefined): Promise<void> {
  const { startsAt, endsAt, hosts: named = [] } = fields ?? {};
  const title = titleOf(fields?.title ?? "");
  if (!startsAt || !endsAt) throw new Refusal("sessions.whenMissing");
  if (endsAt <= startsAt) throw new Refusal("sessions.endsBeforeStart");
  const hosts = await findHosts(tx, actor, postId, named);
  await tx
    .insert(sessions)
    .values({ postId, title, startsAt, endsAt })
    .onConflictDoUpdate({ target: sessions.postId, set: { title, startsAt, endsAt } });
  await tx.delete(sessionHosts).where(eq(sessionHosts.postId, postId));
  await tx
    .insert(sessionHosts)
    .values(hosts.map(({ leaderId, officeId }, sort) => ({ postId, sort, leaderId, officeId })));
}

function titleOf(typed: string): string {
  const title = plainText(typed).replaceAll(/\s+/g, " ");
  if (title === "") throw new Refusal("sessions.noTitle");
  const length = lengthOf(title);
  if (length > longestTitle) throw new Refusal("sessions.titleTooLong", { maximum: longestTitle, length });
  return title;
}

async function findHosts(tx: Tx, actor: Actor, postId: number, named: string[]): Promise<PostStream[]> {
  const keys = [...new Set(named)];
  if (keys.length === 0) throw new Refusal("sessions.noHost");
  if (keys.length > mostHosts) throw new Refusal("sessions.tooManyHosts", { maximum: mostHosts });
  const hosts = await Promise.all(keys.map((key) => findHost(tx, key)));
  // Whoever mends a draft keeps the hosts that another was allowed to name.
  const before = (await hostsOf(tx, postId)).map(streamTopic);
  const foreign = hosts.find((host) => !before.includes(streamTopic(host)) && !can(actor, "post.draft", host));
  if (foreign) throw new Refusal("sessions.hostNotYours");
  return hosts;
}

/** A host is named as followers name it: `leader:mayor`, `office:water`. */
async function findHost(tx: Tx, name: string): Promise<PostStream> {
  const [kind, key = ""] = name.split(":");
  const [leader] = kind === "leader" ? await tx.select().from(leaders).where(eq(leaders.handle, key)) : [];
  if (leader) return findStream(tx, { leaderId: leader.id });
  const [office] = kind === "office" ? await tx.select().from(offices).where(eq(offices.slug, key)) : [];
  if (office) return findStream(tx, { officeId: office.id });
  throw new Refusal("posts.noSuchStream");
}

/** What is announced lies ahead: nobody is invited to something that has begun. `at` is when it would go out. */
export async function checkSession(tx: Tx, postId: number, at: Date): Promise<void> {
  const [session] = await tx.select({ startsAt: sessions.startsAt }).from(sessions).where(eq(sessions.postId, postId));
  if (!session) throw new Refusal("sessions.whenMissing");
  if (session.startsAt <= at) throw new Refusal("sessions.startsInPast");
}

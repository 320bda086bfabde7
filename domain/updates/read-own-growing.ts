import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, posts, regions } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Plate } from "#domain/access/to-posts.ts";
import type { Speaker } from "#domain/people/speaker.ts";
import { isOut } from "#domain/posts/shown.ts";
import { streamFields } from "#domain/posts/stream.ts";
import { growingOf } from "./growing.ts";
import { readLastNumber } from "./read-updates.ts";

/** In whose name somebody may add to a post, as a form names it: `leader:3`, `office:5`, nothing for oneself. */
export interface OwnVoice {
  as: string;
  speaker: Speaker;
}

/** What somebody needs to add to a post: in whose name, and which number it will have. Null for whoever may not. */
export async function readOwnGrowing(
  db: Db,
  actor: Actor,
  postId: number,
): Promise<{ voices: OwnVoice[]; next: number } | null> {
  const [post] = await db
    .select({
      kind: posts.kind,
      authorId: posts.authorId,
      stream: streamFields,
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
    })
    .from(posts)
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(leaders, eq(leaders.id, posts.leaderId))
    .where(and(eq(posts.id, postId), isOut));
  if (!post || !isPerson(actor)) return null;
  const { leader, office, stream } = post;
  const { leaderId, officeId } = stream;
  const voices: (OwnVoice & { plate: Plate | null })[] = [
    ...(leader
      ? [{ as: `leader:${leaderId}`, plate: { leaderId, officeId }, speaker: voice({ leader, office, voice: "self" }) }]
      : []),
    { as: `office:${officeId}`, plate: { leaderId: null, officeId }, speaker: voice({ office, voice: "office" }) },
    { as: "", plate: null, speaker: voice({ nickname: actor.nickname }) },
  ];
  const own = voices.filter(({ plate }) => can(actor, "update.add", growingOf(post), plate));
  if (own.length === 0) return null;
  return { voices: own.map(({ as, speaker }) => ({ as, speaker })), next: (await readLastNumber(db, postId)) + 1 };
}

const voice = (speaker: Partial<Speaker>): Speaker => ({
  leader: null,
  office: null,
  nickname: null,
  voice: null,
  ...speaker,
});

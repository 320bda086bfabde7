import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { follows, leaders, letters, offices, posts, tagUses } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type LetterBrief, readBriefs } from "#domain/letters/brief.ts";
import { type PostPage, readPostsWhere } from "#domain/posts/read-posts.ts";

/** Something that is followed, by the name its page has. */
export interface Followed {
  topic: string;
  kind: "leader" | "office" | "tag";
  slug: string;
  name: string;
  nameEn: string | null;
}

export interface FollowedPage extends PostPage {
  streams: Followed[];
  letters: LetterBrief[];
}

/** More than anybody reads; the oldest are still followed and reported by notices. */
const most = 300;
const lettersShown = 20;

/** 关注: the posts of the streams and tags that somebody follows, the letters among them, and what they follow. */
export async function readFollowed(db: Db, person: Person, after: number | undefined, now: Now): Promise<FollowedPage> {
  const rows = await db
    .select({ topic: follows.topic })
    .from(follows)
    .where(eq(follows.personId, person.id))
    .orderBy(desc(follows.at))
    .limit(most);
  const of = (kind: string) =>
    rows.flatMap(({ topic }) => (topic.startsWith(`${kind}:`) ? [topic.slice(kind.length + 1)] : []));
  const [handles, slugs, numbers, tags] = [of("leader"), of("office"), of("letter"), of("tag")];
  const [page, briefs, streams] = await Promise.all([
    handles.length + slugs.length + tags.length === 0
      ? { posts: [], next: null }
      : readPostsWhere(db, standsUnder(handles, slugs, tags), { after }, now),
    numbers.length === 0 ? [] : readBriefs(db, inArray(letters.number, numbers), [desc(letters.id)], lettersShown, now),
    readStreams(db, handles, slugs),
  ]);
  const tagged = tags.map((tag) => ({ topic: `tag:${tag}`, kind: "tag" as const, slug: tag, name: tag, nameEn: null }));
  return { ...page, letters: briefs, streams: [...streams, ...tagged] };
}

const any = (values: string[]) => sql`any(${sql.param(values)}::text[])`;

const standsUnder = (handles: string[], slugs: string[], tags: string[]) =>
  or(
    sql`${leaders.handle} = ${any(handles)}`,
    and(isNull(posts.leaderId), sql`${offices.slug} = ${any(slugs)}`),
    sql`${posts.id} in (select ${tagUses.ofId} from ${tagUses} where ${tagUses.kind} = 'post' and ${tagUses.tag} = ${any(tags)})`,
  )!;

async function readStreams(db: Db, handles: string[], slugs: string[]): Promise<Followed[]> {
  const [leading, acting] = await Promise.all([
    handles.length === 0 ? [] : db.select().from(leaders).where(inArray(leaders.handle, handles)),
    slugs.length === 0 ? [] : db.select().from(offices).where(inArray(offices.slug, slugs)),
  ]);
  return [
    ...leading.map(({ handle, title, titleEn }) => ({
      topic: `leader:${handle}`,
      kind: "leader" as const,
      slug: handle,
      name: title,
      nameEn: titleEn,
    })),
    ...acting.map(({ slug, name, nameEn }) => ({
      topic: `office:${slug}`,
      kind: "office" as const,
      slug,
      name,
      nameEn,
    })),
  ];
}

import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { follows, leaders, letters, offices, posts, regions, tagUses } from "#db/schema/index.ts";
import { nobody, type Person } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type LetterBrief, readBriefs } from "#domain/letters/brief.ts";
import { type PostPage, readPostsWhere, saidByOffice } from "#domain/posts/read-posts.ts";

/** Something that is followed, by the name its page has. */
export interface Followed {
  topic: string;
  kind: "leader" | "office" | "region" | "tag";
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

/**
 * 关注: the posts of the streams, tags and regions that somebody follows, the letters among them with the newest public ones
 * of those regions, and what they follow. A region is followed with all below it.
 */
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
  const places = of("region");
  const [page, briefs, streams] = await Promise.all([
    handles.length + slugs.length + tags.length + places.length === 0
      ? { posts: [], next: null }
      : readPostsWhere(db, standsUnder(handles, slugs, tags, places), { after }, now),
    numbers.length + places.length === 0
      ? []
      : readBriefs(db, isFollowed(numbers, places), [desc(letters.id)], lettersShown, now),
    readStreams(db, handles, slugs, places),
  ]);
  const tagged = tags.map((tag) => ({ topic: `tag:${tag}`, kind: "tag" as const, slug: tag, name: tag, nameEn: null }));
  return { ...page, letters: briefs, streams: [...streams, ...tagged] };
}

const any = (values: string[]) => sql`any(${sql.param(values)}::text[])`;

/** The regions of these names and all below them. */
const regionsUnder = (places: string[]) => sql`(select r.id from ${regions} r where r.lineage &&
  array(select named.id from ${regions} named where named.slug = ${any(places)}))`;

/** Of a region only what everybody may read: who follows one letter may know it by its number alone. */
const isFollowed = (numbers: string[], places: string[]) =>
  or(
    sql`${letters.number} = ${any(numbers)}`,
    places.length === 0
      ? undefined
      : and(lettersFor(nobody, "letter.read"), sql`${letters.regionId} in ${regionsUnder(places)}`),
  )!;

const standsUnder = (handles: string[], slugs: string[], tags: string[], places: string[]) =>
  or(
    sql`${leaders.handle} = ${any(handles)}`,
    saidByOffice(sql`${offices.slug} = ${any(slugs)}`),
    places.length === 0 ? undefined : sql`${offices.regionId} in ${regionsUnder(places)}`,
    sql`${posts.id} in (select ${tagUses.ofId} from ${tagUses} where ${tagUses.kind} = 'post' and ${tagUses.tag} = ${any(tags)})`,
  )!;

async function readStreams(db: Db, handles: string[], slugs: string[], places: string[]): Promise<Followed[]> {
  const [leading, acting, around] = await Promise.all([
    handles.length === 0 ? [] : db.select().from(leaders).where(inArray(leaders.handle, handles)),
    slugs.length === 0 ? [] : db.select().from(offices).where(inArray(offices.slug, slugs)),
    places.length === 0 ? [] : db.select().from(regions).where(inArray(regions.slug, places)),
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
    ...around.map(({ slug, name, nameEn }) => ({
      topic: `region:${slug}`,
      kind: "region" as const,
      slug,
      name,
      nameEn,
    })),
  ];
}

import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, eventWords, leaders, offices, people, posts, regions } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { ComposedKind } from "./kinds.ts";
import { mayRedraft } from "./may-write.ts";
import { readParticulars, type ShownParticulars } from "./read-particulars.ts";
import { imagesOf, type ShownImage } from "./shown.ts";

export interface Draft extends ShownParticulars {
  id: number;
  kind: ComposedKind;
  state: "draft" | "offered" | "scheduled";
  voice: "self" | "office";
  body: string;
  prompts: string[];
  images: ShownImage[];
  createdAt: Date;
  publishAt: Date | null;
  /** What the leader said when they gave it back, until it is offered again. */
  returned: string | null;
  /** Whose desk it was written at. */
  author: string;
  authorId: number;
  leader: { id: number; handle: string; title: string; titleEn: string | null } | null;
  office: { id: number; slug: string; name: string; nameEn: string | null };
}

/** What this person may work on of what is not out yet; what waits for approval comes first. */
export async function readDrafts(db: Db, actor: Actor): Promise<Draft[]> {
  return drafts(db, actor);
}

/** One of them, or null when there is none for this person. */
export async function readDraft(db: Db, actor: Actor, postId: number): Promise<Draft | null> {
  return (await drafts(db, actor, postId))[0] ?? null;
}

const returned = sql<string | null>`(
  select case e.what when 'post.return' then w.text end
  from ${events} e left join ${eventWords} w on w.event_id = e.id
  where e.subject = 'post:' || ${posts.id} and e.what in ('post.return', 'post.offer')
  order by e.id desc limit 1)`;

async function drafts(db: Db, actor: Actor, postId?: number): Promise<Draft[]> {
  const rows = await db
    .select({
      id: posts.id,
      kind: posts.kind,
      state: posts.state,
      voice: posts.voice,
      body: posts.body,
      prompts: posts.prompts,
      createdAt: posts.createdAt,
      publishAt: posts.publishAt,
      returned,
      author: people.nickname,
      authorId: posts.authorId,
      leader: { id: leaders.id, handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      office: { id: offices.id, slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
    })
    .from(posts)
    .innerJoin(people, eq(people.id, posts.authorId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(leaders, eq(leaders.id, posts.leaderId))
    .where(
      and(
        // Written out, as their index says it.
        sql`${posts.state} in ('draft', 'offered', 'scheduled')`,
        mayRedraft(actor),
        postId === undefined ? undefined : eq(posts.id, postId),
      ),
    )
    .orderBy(desc(sql`${posts.state} = 'offered'`), desc(posts.createdAt), desc(posts.id))
    .limit(100);
  const ids = rows.map(({ id }) => id);
  const [pictures, particularsOf] = await Promise.all([imagesOf(db, ids), readParticulars(db, rows, null)]);
  return rows.map((row) => ({
    ...(row as Omit<Draft, "images" | keyof ShownParticulars>),
    ...particularsOf(row.id),
    images: pictures.filter((image) => image.postId === row.id).map(({ postId: _, ...image }) => image),
  }));
}

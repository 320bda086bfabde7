import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, leaders, offices, posts, regions, themeComments, themes } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { streamFields } from "#domain/posts/stream.ts";

export interface SaidAnswer {
  id: number;
  body: string;
}

/** A theme as everybody sees it. */
export interface ShownTheme {
  id: number;
  prompt: number;
  name: string;
  count: number;
  /** Staff have named, merged or made it. */
  kept: boolean;
  /** The most supported of its answers. */
  examples: SaidAnswer[];
}

const examples = 2;
/** On the page where they are corrected. */
const listed = 30;

/** What the answers to a published solicitation speak of: by question, the most spoken of first. */
export async function readThemes(db: Db, postId: number): Promise<ShownTheme[]> {
  return themesOf(db, postId, examples);
}

async function themesOf(db: Db, postId: number, most: number): Promise<ShownTheme[]> {
  const rows = await db
    .select({
      id: themes.id,
      prompt: themes.prompt,
      name: themes.name,
      count: themes.count,
      kept: themes.kept,
      examples: sql<SaidAnswer[]>`(
        select coalesce(json_agg(json_build_object('id', e.id, 'body', e.body) order by e.heat desc, e.id), '[]') from (
          select c.id, c.body, c.heat from ${themeComments} p join ${comments} c on c.id = p.comment_id
          where p.theme_id = themes.id and c.hidden_at is null order by c.heat desc, c.id limit ${most}
        ) e)`,
    })
    .from(themes)
    .where(and(eq(themes.postId, postId), isNull(themes.droppedAt), gt(themes.count, 0)))
    .orderBy(asc(themes.prompt), desc(themes.count), asc(themes.id));
  return rows;
}

/** What somebody who writes on the stream may put right. */
export interface ThemesToCorrect {
  postId: number;
  body: string;
  prompts: string[];
  themes: ShownTheme[];
  /** Answers that stand in no theme, the most supported first. */
  free: (SaidAnswer & { prompt: number })[];
}

/** The same with more of the answers, for whoever may write on the stream; for anybody else there is nothing. */
export async function readThemesToCorrect(db: Db, actor: Actor, postId: number): Promise<ThemesToCorrect | null> {
  const [post] = await db
    .select({ body: posts.body, prompts: posts.prompts, stream: streamFields })
    .from(posts)
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(leaders, eq(leaders.id, posts.leaderId))
    .where(
      and(eq(posts.id, postId), eq(posts.kind, "solicitation"), eq(posts.state, "published"), isNull(posts.hiddenAt)),
    );
  if (!post || !can(actor, "post.draft", post.stream)) return null;
  const [all, free] = await Promise.all([themesOf(db, postId, listed), readFree(db, postId)]);
  return { postId, body: post.body, prompts: post.prompts, themes: all, free };
}

const readFree = (db: Db, postId: number) =>
  db
    .select({ id: comments.id, body: comments.body, prompt: sql<number>`${comments.prompt}` })
    .from(comments)
    .leftJoin(themeComments, eq(themeComments.commentId, comments.id))
    .where(
      and(
        eq(comments.postId, postId),
        isNull(comments.parentId),
        isNull(comments.officeId),
        isNull(comments.hiddenAt),
        isNotNull(comments.prompt),
        isNull(themeComments.themeId),
      ),
    )
    .orderBy(desc(comments.heat), desc(comments.id))
    .limit(listed);

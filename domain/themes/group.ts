import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, posts, themeComments, themes } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { lockThemes } from "./lock.ts";
import { planThemes } from "./plan.ts";

/** Looked at: the most supported answers. Of so many, one more makes no other theme. */
const looked = 2_000;

/**
 * Groups the answers to a solicitation anew, all at once, so that it does not matter when each of them came. What staff
 * have said stands: an answer stays where they put it, a theme they keep is not taken away. Tells who reads the post
 * when anything stands elsewhere than before.
 */
export async function groupAnswers(db: Db, postId: number, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    await lockThemes(tx, postId);
    const before = await standing(tx, postId);
    await regroup(tx, postId);
    if ((await standing(tx, postId)) === before) return;
    await record(tx, {
      what: "themes.group",
      topics: [`post:${postId}`],
      actor: clock,
      as: { role: "clock" },
      subject: `post:${postId}`,
      counts: { post: postId },
      public: true,
      at: now.at,
    });
  });
}

/** Everything that can be seen of the themes, as one text. */
async function standing(tx: Tx, postId: number): Promise<string> {
  const rows = await tx
    .select({
      id: themes.id,
      count: themes.count,
      of: sql<string>`array_agg(${themeComments.commentId} order by ${themeComments.commentId})`,
    })
    .from(themes)
    .leftJoin(themeComments, eq(themeComments.themeId, themes.id))
    .where(eq(themes.postId, postId))
    .groupBy(themes.id)
    .orderBy(themes.id);
  return JSON.stringify(rows);
}

/** The same within a correction, which tells of itself. */
export async function regroup(tx: Tx, postId: number): Promise<void> {
  const [post] = await tx.select({ prompts: posts.prompts }).from(posts).where(eq(posts.id, postId));
  const answers = await readAnswers(tx, postId);
  const all = await tx.select().from(themes).where(eq(themes.postId, postId)).orderBy(themes.id);
  const planned = post!.prompts.flatMap((asked, prompt) => {
    const standing = all.filter((theme) => theme.prompt === prompt);
    const said = answers.filter((answer) => answer.prompt === prompt);
    const known = standing.map((theme) => ({ ...theme, dropped: theme.droppedAt !== null }));
    return planThemes(asked, said, known).map((group) => ({ ...group, prompt }));
  });
  await put(tx, postId, planned);
}

const readAnswers = (tx: Tx, postId: number) =>
  tx
    .select({ id: comments.id, prompt: comments.prompt, body: comments.body })
    .from(comments)
    .leftJoin(themeComments, eq(themeComments.commentId, comments.id))
    .where(
      and(
        eq(comments.postId, postId),
        isNull(comments.parentId),
        isNull(comments.officeId),
        isNull(comments.hiddenAt),
        isNotNull(comments.prompt),
        sql`${themeComments.placed} is not true`,
      ),
    )
    .orderBy(desc(comments.heat), desc(comments.id))
    .limit(looked)
    .then((rows) => rows.toSorted((one, other) => one.id - other.id));

interface Planned {
  prompt: number;
  phrase: string;
  commentIds: number[];
}

async function put(tx: Tx, postId: number, planned: Planned[]): Promise<void> {
  await tx.delete(themeComments).where(and(eq(themeComments.postId, postId), eq(themeComments.placed, false)));
  if (planned.length > 0) {
    const proposed = planned.map(({ prompt, phrase }) => ({ postId, prompt, phrase, name: phrase }));
    await tx.insert(themes).values(proposed).onConflictDoNothing();
  }
  const all = await tx.select().from(themes).where(eq(themes.postId, postId));
  const isPlanned = (theme: (typeof all)[number]) =>
    planned.some(({ prompt, phrase }) => prompt === theme.prompt && phrase === theme.phrase);
  const gone = all.filter((theme) => !theme.kept && !theme.droppedAt && !isPlanned(theme)).map(({ id }) => id);
  if (gone.length > 0) await tx.delete(themes).where(inArray(themes.id, gone));
  const places = planned.flatMap(({ prompt, phrase, commentIds }) => {
    const themeId = all.find((theme) => theme.prompt === prompt && theme.phrase === phrase)!.id;
    return commentIds.map((commentId) => ({ postId, commentId, themeId }));
  });
  if (places.length > 0) await tx.insert(themeComments).values(places);
  await tx.execute(sql`
    update themes t set count = (
      select count(*) from theme_comments p join comments c on c.id = p.comment_id and c.hidden_at is null
      where p.theme_id = t.id
    ) where t.post_id = ${postId}`);
}

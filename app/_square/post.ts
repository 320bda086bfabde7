import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import { earliest } from "#app/_square/expiry.ts";
import { choiceOf, idOf, type Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readCommentHistory } from "#domain/comments/read-history.ts";
import { readOneThread, readReplies, readThread, type Thread } from "#domain/comments/read-thread.ts";
import { readLeader, readOffice } from "#domain/offices/read-streams.ts";
import { type PostRead, readPost, readPostHistory } from "#domain/posts/read-post.ts";
import type { ShownPost } from "#domain/posts/shown.ts";
import { readFigures } from "#domain/statistics/read-figures.ts";
import { readThemes } from "#domain/themes/read-themes.ts";
import { readUpdates } from "#domain/updates/read-updates.ts";

/** A post with its discussion; of one comment only, where the address names it. Null when there is none to be read. */
export async function readPostPage(given: string, query: Query) {
  const id = idOf(given);
  if (!id) return null;
  await shows(`post:${id}`);
  const at = await now();
  const read = await readPost(db, id, at);
  if (!read) return null;
  const talk = read.post?.session ? ofOneQuestion(query) : query;
  const [discussion, mailbox, updates, themes] = read.post
    ? await Promise.all([
        talk && readDiscussion(id, talk, at),
        readMailboxBeside(read.post),
        readUpdates(db, id),
        read.post.prompts.length > 0 ? readThemes(db, id) : [],
      ])
    : [null, null, [], []];
  if (read.post && talk && !discussion) return null;
  const page = { ...(read as PostRead), id, discussion, mailbox, updates, themes };
  await shows([], { until: earliest(lampsOn(page)) });
  return page;
}

export type PostPage = NonNullable<Awaited<ReturnType<typeof readPostPage>>>;

/** The mailbox of whoever posted, with its figures: who has more to say than a comment holds writes there. */
async function readMailboxBeside({ speaker: { leader, office } }: ShownPost) {
  // A citizen who raised an appeal has none.
  if (!leader && !office) return null;
  const stream = leader ? await readLeader(db, leader.handle) : await readOffice(db, office!.slug);
  if (!stream?.mailbox) return null;
  await shows(`mailbox:${stream.mailbox.slug}`);
  return { stream, figures: await readFigures(db, { mailboxId: stream.mailbox.id }) };
}

/** A session's questions have a page of their own; here is what is said about one of them. */
function ofOneQuestion(query: Query): Query | null {
  const thread = query.thread ?? query.reply;
  return thread ? { ...query, thread } : null;
}

async function readDiscussion(postId: number, query: Query, at: Now) {
  const sort = choiceOf(query.sort, ["hottest", "newest", "oldest"]);
  const after = idOf(query.after);
  const prompt = typeof query.prompt === "string" && /^\d$/.test(query.prompt) ? Number(query.prompt) : undefined;
  const theme = idOf(query.theme);
  const only = idOf(query.thread);
  const [threads, answering] = await Promise.all([
    only ? readOnly(postId, only, after, at) : readThread(db, postId, { sort, after, prompt, theme }, at),
    readAnswering(postId, idOf(query.reply), at),
  ]);
  if (!threads) return null;
  return {
    ...threads,
    sort,
    prompt: prompt ?? null,
    theme: theme ?? null,
    after: after ?? null,
    only: only ?? null,
    answering,
  };
}

/** One comment with all its replies, page by page. */
async function readOnly(postId: number, commentId: number, after: number | undefined, at: Now) {
  const thread = await readOneThread(db, postId, commentId, at);
  if (!thread) return null;
  const { replies, next } = await readReplies(db, thread.comment.id, after, at);
  const official = after ? [] : thread.replies.filter((reply) => reply.official);
  return { pinned: [], threads: [{ ...thread, replies: [...official, ...replies], next }], next: null };
}

/** The comment that is about to be answered: its words stay in sight. A hidden one cannot be. */
async function readAnswering(postId: number, commentId: number | undefined, at: Now) {
  const thread = commentId ? await readOneThread(db, postId, commentId, at) : null;
  const comment = thread && [thread.comment, ...thread.replies].find(({ id }) => id === commentId);
  return comment && !comment.hidden ? { id: comment.id, speaker: comment.speaker, body: comment.body } : null;
}

/** All that burns on the page: letters, and answers that are owed. */
function lampsOn({ post, discussion }: Pick<PostPage, "post" | "discussion">) {
  const threads: Thread[] = discussion ? [...discussion.pinned, ...discussion.threads] : [];
  const comments = threads.flatMap((thread) => [thread.comment, ...thread.replies]);
  return [
    ...(post?.letters ?? []),
    ...(post?.story?.offices ?? []).flatMap(({ owed }) => owed ?? []),
    ...comments.flatMap(({ letter, owed }) => [letter, owed].filter((lamp) => lamp !== null)),
  ];
}

/** What a post says where it is shared; null when it may not be read. */
export async function readPostPreview(given: string) {
  const id = idOf(given);
  if (!id) return null;
  await shows(`post:${id}`);
  return (await readPost(db, id, await now()))?.post ?? null;
}

/** The wordings of a post. */
export async function readPostHistoryPage(given: string) {
  const id = idOf(given);
  if (!id) return null;
  await shows(`post:${id}`);
  const wordings = await readPostHistory(db, id, await now());
  return wordings && { id, wordings };
}

/** The wordings of a comment. */
export async function readCommentHistoryPage(given: string) {
  const id = idOf(given);
  if (!id) return null;
  const history = await readCommentHistory(db, id, await now());
  // Which post it stands under is known only now; a page that is not found is never kept.
  if (history) await shows(`post:${history.comment.postId}`);
  return history;
}

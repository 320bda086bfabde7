import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { comments, themeComments, themes } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { lengthOf, plainText } from "#domain/plain-text.ts";
import { capacityOn, lockPublished, type Post } from "#domain/posts/post.ts";
import { Refusal } from "#domain/refusal.ts";
import { regroup } from "./group.ts";
import { type dropInput, longestName, type mergeInput, type moveInput, type renameInput } from "./input.ts";
import { lockThemes } from "./lock.ts";

type Theme = typeof themes.$inferSelect;

/** Staff name a theme as people would; what belongs to it stays what says its phrase. */
export async function renameTheme(db: Db, actor: Actor, input: z.output<typeof renameInput>, now: Now): Promise<void> {
  const name = nameOf(input.name);
  await correcting(db, actor, input.postId, { what: "themes.rename", words: name }, now, async (tx) => {
    const theme = await findTheme(tx, input.postId, input.themeId);
    const same = await findByName(tx, theme, name);
    if (same && same.id !== theme.id) throw new Refusal("themes.nameTaken", { name });
    await tx.update(themes).set({ name, kept: true }).where(eq(themes.id, theme.id));
  });
}

/** Two themes that are one: what says either's phrase stands in the second from now on. */
export async function mergeThemes(db: Db, actor: Actor, input: z.output<typeof mergeInput>, now: Now): Promise<void> {
  await correcting(db, actor, input.postId, { what: "themes.merge" }, now, async (tx) => {
    const from = await findTheme(tx, input.postId, input.themeId);
    const into = await findTheme(tx, input.postId, input.intoId);
    if (from.id === into.id || from.prompt !== into.prompt) throw new Refusal("themes.cannotMerge");
    const phrases = [...new Set([...into.phrases, from.phrase, ...from.phrases])];
    await tx.update(themes).set({ phrases, kept: true }).where(eq(themes.id, into.id));
    await tx.update(themeComments).set({ themeId: into.id }).where(eq(themeComments.themeId, from.id));
    await tx.delete(themes).where(eq(themes.id, from.id));
  });
}

/** What is no theme is not proposed again; its answers are free for others. */
export async function dropTheme(db: Db, actor: Actor, input: z.output<typeof dropInput>, now: Now): Promise<void> {
  await correcting(db, actor, input.postId, { what: "themes.drop" }, now, async (tx) => {
    const theme = await findTheme(tx, input.postId, input.themeId);
    await tx.delete(themeComments).where(eq(themeComments.themeId, theme.id));
    await tx.update(themes).set({ droppedAt: now.at, count: 0 }).where(eq(themes.id, theme.id));
  });
}

/** An answer is put where it belongs, into a theme that begins with it, or into none; there it stays. */
export async function moveAnswer(db: Db, actor: Actor, input: z.output<typeof moveInput>, now: Now): Promise<void> {
  const { postId, commentId } = input;
  await correcting(db, actor, postId, { what: "themes.move", comment: commentId }, now, async (tx) => {
    const prompt = await findPrompt(tx, postId, commentId);
    const themeId = await target(tx, input, prompt);
    const place = { themeId, placed: true };
    await tx
      .insert(themeComments)
      .values({ commentId, postId, ...place })
      .onConflictDoUpdate({ target: themeComments.commentId, set: place });
  });
}

interface Correction {
  what: string;
  words?: string;
  comment?: number;
}

/**
 * For whoever may write on the stream: those who asked read the answers. Which office corrected what is on the public
 * record, because a grouping can be made to say something.
 */
async function correcting(
  db: Db,
  actor: Actor,
  postId: number,
  { what, words, comment }: Correction,
  now: Now,
  change: (tx: Tx) => Promise<void>,
): Promise<void> {
  await transact(db, async (tx) => {
    const post: Post = await lockPublished(tx, postId);
    authorize(actor, "post.draft", post.stream);
    await lockThemes(tx, postId);
    await change(tx);
    await regroup(tx, postId);
    await record(tx, {
      what,
      topics: [`post:${postId}`],
      actor,
      as: capacityOn(actor, post.stream),
      subject: `post:${postId}`,
      counts: { post: postId, ...(comment && { comment }) },
      words,
      public: true,
      at: now.at,
    });
  });
}

async function findTheme(tx: Tx, postId: number, themeId: number): Promise<Theme> {
  const [theme] = await tx
    .select()
    .from(themes)
    .where(and(eq(themes.id, themeId), eq(themes.postId, postId), isNull(themes.droppedAt)));
  if (!theme) throw new Refusal("themes.missing");
  return theme;
}

async function findPrompt(tx: Tx, postId: number, commentId: number): Promise<number> {
  const [comment] = await tx
    .select({ prompt: comments.prompt })
    .from(comments)
    .where(
      and(
        eq(comments.id, commentId),
        eq(comments.postId, postId),
        isNull(comments.parentId),
        isNull(comments.hiddenAt),
        isNotNull(comments.prompt),
      ),
    );
  if (!comment) throw new Refusal("themes.noSuchAnswer");
  return comment.prompt!;
}

async function target(tx: Tx, input: z.output<typeof moveInput>, prompt: number): Promise<number | null> {
  if (plainText(input.name) !== "") return begin(tx, input.postId, prompt, nameOf(input.name));
  if (input.themeId === null) return null;
  const theme = await findTheme(tx, input.postId, input.themeId);
  if (theme.prompt !== prompt) throw new Refusal("themes.missing");
  await tx.update(themes).set({ kept: true }).where(eq(themes.id, theme.id));
  return theme.id;
}

/** One of that name is taken as it is; one that was dropped comes back, since somebody wants it. */
async function begin(tx: Tx, postId: number, prompt: number, name: string): Promise<number> {
  const same = await findByName(tx, { postId, prompt }, name);
  const kept = { name, kept: true, droppedAt: null };
  if (same) {
    await tx.update(themes).set(kept).where(eq(themes.id, same.id));
    return same.id;
  }
  const [begun] = await tx
    .insert(themes)
    .values({ postId, prompt, phrase: name, ...kept })
    .onConflictDoUpdate({ target: [themes.postId, themes.prompt, themes.phrase], set: kept })
    .returning({ id: themes.id });
  return begun!.id;
}

async function findByName(tx: Tx, { postId, prompt }: Pick<Theme, "postId" | "prompt">, name: string) {
  const [theme] = await tx
    .select()
    .from(themes)
    .where(and(eq(themes.postId, postId), eq(themes.prompt, prompt), eq(themes.name, name), isNull(themes.droppedAt)));
  return theme;
}

function nameOf(typed: string): string {
  const name = plainText(typed).replaceAll("\n", " ");
  if (name === "") throw new Refusal("themes.nameMissing");
  if (lengthOf(name) > longestName) throw new Refusal("themes.nameTooLong", { maximum: longestName });
  return name;
}

import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Written, writeComment } from "#domain/comments/write.ts";
import { draftPost } from "#domain/posts/draft.ts";
import type { ComposedKind } from "#domain/posts/kinds.ts";
import type { Given } from "#domain/posts/particulars.ts";
import type { Post } from "#domain/posts/post.ts";
import { publishPost } from "#domain/posts/publish.ts";
import { on } from "#test/on.ts";
import { fresh, makeOffice } from "./offices.ts";
import { makeCitizen, makeHolder, makeOperator } from "./people.ts";

interface WantedPost {
  leaderId?: number;
  officeId?: number;
  by?: Person;
  kind?: ComposedKind;
  /** What the kind has beside the words. */
  particulars?: Given;
  body?: string;
  prompts?: string[];
  state?: "draft" | "published";
  at?: Now;
}

/** A post that is out, on a leader's or an office's stream, written by who may. */
export async function makePost(db: Db, wanted: WantedPost = {}): Promise<Post> {
  const now = wanted.at ?? on("2026-09-18");
  const officeId = wanted.officeId ?? (await makeOffice(db)).id;
  const stream = wanted.leaderId ? { leaderId: wanted.leaderId } : { officeId };
  const by = wanted.by ?? (wanted.leaderId ? await makeHolder(db, wanted.leaderId) : await makeOperator(db, officeId));
  const kind = wanted.kind ?? (wanted.prompts ? "solicitation" : "announcement");
  const body = wanted.body ?? `供水管网改造今天开始。${fresh("post")}`;
  return transact(db, async (tx) => {
    const draft = await draftPost(
      tx,
      by,
      { stream, kind, body, prompts: wanted.prompts ?? [], images: [], ...wanted.particulars },
      now,
    );
    return wanted.state === "draft" ? draft : publishPost(tx, by, { postId: draft.id }, now);
  });
}

interface WantedComment {
  postId?: number;
  replyTo?: number;
  leaderId?: number;
  officeId?: number;
  prompt?: number;
  by?: Actor;
  body?: string;
  at?: Now;
}

/** A comment by a verified citizen, unless the test names somebody. */
export async function makeComment(db: Db, wanted: WantedComment = {}): Promise<Written & { author: Person }> {
  const author = wanted.by ?? (await makeCitizen(db));
  if (!isPerson(author)) throw new Error("nobody writes a comment");
  const comment = await writeComment(
    db,
    author,
    {
      ...wanted,
      postId: wanted.postId ?? (await makePost(db)).id,
      body: wanted.body ?? `四楼以上早晚高峰没有水。${fresh("comment")}`,
    },
    wanted.at ?? on("2026-09-18", "10:00"),
  );
  return { ...comment, author };
}

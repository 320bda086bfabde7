import type { Tx } from "#db/transact.ts";
import { findLeader, findOffice } from "#domain/administration/find.ts";
import type { Now } from "#domain/calendar/now.ts";
import { writeComment } from "#domain/comments/write.ts";
import { convertComment } from "#domain/letters/convert-comment.ts";
import { hideComment } from "#domain/moderation/moderate.ts";
import { pinPost } from "#domain/posts/change.ts";
import { draftPost, offerPost } from "#domain/posts/draft.ts";
import { publishPost } from "#domain/posts/publish.ts";
import { castVote } from "#domain/votes/cast.ts";
import { type Cast, speakerOn } from "../cast.ts";
import type { Act } from "../play.ts";
import type { Ago } from "./demo-letter.ts";
import { type DemoComment, type DemoPost, demoPosts, offeredPost } from "./posts.ts";

type When = (ago: Ago) => Date;
type Stream = { leaderId: number } | { officeId: number };

/** What is posted and said these days, and who votes for it. */
export function talkActs(cast: Cast, when: When, voters: string[]): Act[] {
  return [
    ...demoPosts.flatMap((post, n) => discussion(cast, when, post, voters.slice(n % 3))),
    { at: when(offeredPost.at), run: (tx, now) => offer(tx, cast, offeredPost, now) },
  ];
}

function discussion(cast: Cast, when: When, post: DemoPost, voters: string[]): Act[] {
  let postId: number;
  let stream: Stream;
  const publish: Act = {
    at: when(post.at),
    run: async (tx, now) => {
      stream = await streamOf(tx, post);
      postId = await put(tx, cast, post, stream, now);
      await votes(tx, cast, voters, "post", postId, now);
    },
  };
  const say = (
    comment: Omit<DemoComment, "replies">,
    answered: () => number | undefined,
    said: (id: number) => void,
  ): Act => ({
    at: when(comment.at),
    run: async (tx, now) => {
      const plate = comment.official ? stream : {};
      const speaker = comment.official ? speakerOn(cast, post) : cast.citizen(comment.author);
      const { body, prompt } = comment;
      const words = { postId, body, prompt, replyTo: answered(), demo: true, ...plate };
      const { id } = await writeComment(tx, speaker, words, now);
      said(id);
      await votes(tx, cast, voters.slice(id % 4), "comment", id, now);
    },
  });
  return [publish, ...post.comments.flatMap((comment) => thread(cast, when, comment, say))];
}

type Say = (
  comment: Omit<DemoComment, "replies">,
  answered: () => number | undefined,
  said: (id: number) => void,
) => Act;

function thread(cast: Cast, when: When, comment: DemoComment, say: Say): Act[] {
  let commentId: number;
  const { becomes, hidden, replies = [] } = comment;
  const first = say(
    comment,
    () => undefined,
    (id) => {
      commentId = id;
    },
  );
  const convert = ({ at: ago, ...letter }: NonNullable<typeof becomes>): Act => ({
    at: when(ago),
    run: (tx, now) => convertComment(tx, cast.moderator, { ...letter, commentId, body: comment.body, demo: true }, now),
  });
  const hide = ({ at: ago, code }: NonNullable<typeof hidden>): Act => ({
    at: when(ago),
    run: (tx, now) => hideComment(tx, cast.moderator, { commentId, code }, now),
  });
  return [
    first,
    ...replies.map((reply) =>
      say(
        reply,
        () => commentId,
        () => {},
      ),
    ),
    ...(becomes ? [convert(becomes)] : []),
    ...(hidden ? [hide(hidden)] : []),
  ];
}

async function streamOf(tx: Tx, { leader, office }: DemoPost): Promise<Stream> {
  if (leader) return { leaderId: (await findLeader(tx, leader)).leader.id };
  return { officeId: (await findOffice(tx, office)).office.id };
}

/** 本人 by the leader's own hand; 办公室代发 drafted by the office and approved by the leader. */
async function put(tx: Tx, cast: Cast, post: DemoPost, stream: Stream, now: Now): Promise<number> {
  const speaker = speakerOn(cast, post);
  const writer = post.leader && post.voice === "office" ? cast.office(post.office) : speaker;
  const { kind, body, prompts = [] } = post;
  const { id: postId } = await draftPost(tx, writer, { stream, kind, body, prompts, images: [], demo: true }, now);
  if (writer !== speaker) await offerPost(tx, writer, { postId }, now);
  await publishPost(tx, speaker, { postId }, now);
  if (post.pinned) await pinPost(tx, speaker, { postId }, now);
  return postId;
}

/** Something waits for the leader's approval. */
async function offer(tx: Tx, cast: Cast, post: DemoPost, now: Now): Promise<void> {
  const writer = cast.office(post.office);
  const stream = await streamOf(tx, post);
  const { kind, body } = post;
  const { id: postId } = await draftPost(tx, writer, { stream, kind, body, prompts: [], images: [], demo: true }, now);
  await offerPost(tx, writer, { postId }, now);
}

async function votes(tx: Tx, cast: Cast, voters: string[], target: "post" | "comment", targetId: number, now: Now) {
  for (const [n, voter] of voters.entries()) {
    const choice = (targetId + n) % 6 === 0 ? -1 : 1;
    await castVote(tx, cast.citizen(voter), { target, targetId, choice }, now);
  }
}

import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { findLeader, findOffice } from "#domain/administration/find.ts";
import type { Now } from "#domain/calendar/now.ts";
import { writeComment } from "#domain/comments/write.ts";
import { draftPost } from "#domain/posts/draft.ts";
import { publishPost } from "#domain/posts/publish.ts";
import { type Cast, speakerOn } from "./cast.ts";
import { heyuan, type PastPost } from "./heyuan.ts";
import type { Act } from "./play.ts";

/** The row that each key of the cases became. */
export type Rows = Map<string, number>;

const isLeader = (author: string) => heyuan.leaders.some(({ handle }) => handle === author);
const isOffice = (author: string) => heyuan.offices.some(({ slug }) => slug === author);

/** What was posted and said, 2010-2011. */
export function pastTalk(cast: Cast, rows: Rows): Act[] {
  return [
    ...heyuan.posts.filter(({ kind }) => kind !== "appeal").flatMap((post) => talk(cast, rows, post)),
    ...heyuan.comments.map(({ key, post, author, at, approx = false, body, prompt }): Act => {
      const say = async (tx: Tx, now: Now) => {
        const comment = { postId: rows.get(post)!, body, prompt, approx };
        rows.set(key, (await writeComment(tx, cast.citizen(author), comment, now)).id);
      };
      return { at: new Date(at), approx, run: say };
    }),
  ];
}

function talk(
  cast: Cast,
  rows: Rows,
  { key, author, kind, at, approx = false, body, prompts = [], reply }: PastPost,
): Act[] {
  const publish = (tx: Tx, now: Now) =>
    publishOn(tx, cast, author, { kind: kind as "announcement", body, prompts, approx }, now);
  const post: Act = { at: new Date(at), approx, run: async (tx, now) => rows.set(key, await publish(tx, now)) };
  if (!reply) return [post];
  return [post, say(cast, rows, key, { ...reply, author })];
}

interface Post {
  kind: "announcement" | "solicitation" | "broadcast";
  body: string;
  prompts: string[];
  approx: boolean;
}

async function publishOn(tx: Tx, cast: Cast, author: string, post: Post, now: Now): Promise<number> {
  const speaker = isLeader(author) ? cast.leader(author) : cast.office(author);
  const { id } = await draftPost(tx, speaker, { ...post, stream: await streamOf(tx, author), images: [] }, now);
  await publishPost(tx, speaker, { postId: id }, now);
  return id;
}

async function streamOf(tx: Tx, author: string) {
  return isLeader(author)
    ? { leaderId: (await findLeader(tx, author)).leader.id }
    : { officeId: (await findOffice(tx, author)).office.id };
}

/** Said under a post, by a citizen or under a plate. */
export function say(
  cast: Cast,
  rows: Rows,
  post: string,
  { author, at, approx = false, body }: { author: string; at: string; approx?: boolean; body: string },
): Act {
  const run = async (tx: Tx, now: Now) => {
    const plate = isLeader(author) || isOffice(author) ? await streamOf(tx, author) : {};
    await writeComment(tx, speaker(cast, author), { postId: rows.get(post)!, body, approx, ...plate }, now);
  };
  return { at: new Date(at), approx, run };
}

function speaker(cast: Cast, author: string): Actor {
  if (isLeader(author)) return speakerOn(cast, { leader: author, office: "" });
  return isOffice(author) ? speakerOn(cast, { office: author }) : cast.citizen(author);
}

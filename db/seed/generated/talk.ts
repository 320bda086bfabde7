import type postgres from "postgres";
import { wilsonLowerBound } from "#domain/votes/wilson.ts";
import { type Cell, copyRows } from "./copy-rows.ts";
import { among, seeded, zipf } from "./random.ts";
import { comment } from "./sentences.ts";

/** Where the rows of a noun begin: behind what the scenario has put there. */
export interface Base {
  person: number;
  post: number;
  comment: number;
}

export interface Streams {
  leaders: { id: number; officeId: number }[];
  offices: number[];
}

const day = 86_400_000;
const years = 2 * 365;
/** One thread is as long as the longest that ever was. */
const longThread = 100_000;
const repliesShare = 0.3;
const mostVotes = 5_000;

/** Which comment stands where, thought out before any row is written, so that every count is right from the start. */
export interface Shape {
  posts: number;
  /** By comment: the post, and the comment it answers or -1. */
  postOf: Int32Array;
  parentOf: Int32Array;
  replies: Uint16Array;
  commentsOf: Int32Array;
}

export function shapeOf(comments: number): Shape {
  const posts = Math.max(10, Math.floor(comments / 200));
  const shape: Shape = {
    posts,
    postOf: new Int32Array(comments),
    parentOf: new Int32Array(comments).fill(-1),
    replies: new Uint16Array(comments),
    commentsOf: new Int32Array(posts),
  };
  const random = seeded(1);
  const long = Math.min(longThread, Math.floor(comments / 10));
  // Some of what was last said in each thread: an answer follows what it answers.
  const lately = Array.from({ length: posts }, (): number[] => []);
  for (let n = 0; n < comments; n += 1) {
    const post = random() < long / comments ? 0 : 1 + zipf(random, posts - 1);
    const open = lately[post]!;
    shape.postOf[n] = post;
    shape.commentsOf[post]! += 1;
    if (open.length > 0 && random() < repliesShare) {
      const parent = among(random, open);
      shape.parentOf[n] = parent;
      if (shape.replies[parent]! < 65_535) shape.replies[parent]! += 1;
    } else {
      open.push(n);
      if (open.length > 8) open.shift();
    }
  }
  return shape;
}

/** How many voted for and against the n-th of its kind: most have none, a few have thousands. */
function votesOf(random: () => number, people: number): { up: number; down: number } {
  const all = Math.min(mostVotes, people, Math.floor((random() + 1e-9) ** -0.5) - 1);
  const up = Math.round(all * (0.4 + 0.6 * random()));
  return { up, down: all - up };
}

const tally = ({ up, down }: { up: number; down: number }): Cell[] => [up, down, up + down, wilsonLowerBound(up, down)];

export async function generatePeople(sql: postgres.Sql, people: number, base: Base, until: Date): Promise<void> {
  const begun = new Date(until.getTime() - years * day);
  await copyRows(sql, "people", ["id", "kind", "nickname", "verified_at", "created_at"], function* (): Iterable<
    Cell[]
  > {
    for (let n = 0; n < people; n += 1) yield [base.person + n, "citizen", `街坊${n + 1}`, begun, begun];
  });
}

export async function generatePosts(
  sql: postgres.Sql,
  { posts, commentsOf }: Shape,
  { leaders, offices }: Streams,
  { base, people, until }: { base: Base; people: number; until: Date },
): Promise<void> {
  const [random, votes] = [seeded(2), seeded(3)];
  const columns = ["id", "kind", "leader_id", "office_id", "author_id", "voice", "state", "body", "created_at"];
  const counted = ["published_at", "comment_count", "up", "down", "verified_votes", "heat"];
  await copyRows(sql, "posts", [...columns, ...counted], function* (): Iterable<Cell[]> {
    for (let n = 0; n < posts; n += 1) {
      const leader = random() < 0.5 ? among(random, leaders) : null;
      const at = new Date(until.getTime() - ((posts - n) / posts) * years * day);
      const place = [leader?.id ?? null, leader?.officeId ?? among(random, offices), base.person];
      const said = [leader ? "self" : "office", "published", comment(random), at, at];
      yield [base.post + n, "announcement", ...place, ...said, commentsOf[n]!, ...tally(votesOf(votes, people))];
    }
  });
}

export async function generateComments(
  sql: postgres.Sql,
  { postOf, parentOf, replies }: Shape,
  { base, people, until }: { base: Base; people: number; until: Date },
): Promise<void> {
  const [words, votes, authors] = [seeded(4), seeded(5), seeded(6)];
  const all = postOf.length;
  const columns = ["id", "post_id", "parent_id", "author_id", "body", "created_at", "reviewed_at", "reply_count"];
  await copyRows(sql, "comments", [...columns, "up", "down", "verified_votes", "heat"], function* (): Iterable<Cell[]> {
    for (let n = 0; n < all; n += 1) {
      const at = new Date(until.getTime() - ((all - n) / all) * years * day);
      const parent = parentOf[n]! < 0 ? null : base.comment + parentOf[n]!;
      const author = base.person + Math.floor(authors() * people);
      // What came in last waits in the moderators' queue.
      const reviewed = all - n > 2_000 ? at : null;
      const said = [author, comment(words), at, reviewed, replies[n]!];
      yield [base.comment + n, base.post + postOf[n]!, parent, ...said, ...tally(votesOf(votes, people))];
    }
  });
}

/** Every vote behind the counts, by people of their own: whoever sums them again finds the same. */
export async function generateVotes(
  sql: postgres.Sql,
  { posts, postOf }: Shape,
  { base, people, until }: { base: Base; people: number; until: Date },
): Promise<number> {
  const columns = ["target", "target_id", "post_id", "person_id", "choice", "verified", "at", "summed"];
  return copyRows(sql, "votes", columns, function* (): Iterable<Cell[]> {
    const cast = function* (target: string, id: number, post: number, { up, down }: { up: number; down: number }) {
      for (let k = 0; k < up + down; k += 1) {
        // From voter to voter round the town, so that nobody votes twice on one thing.
        const person = base.person + ((id + k) % people);
        yield [target, id, post, person, k < up ? 1 : -1, true, until, true] satisfies Cell[];
      }
    };
    const [ofPosts, ofComments] = [seeded(3), seeded(5)];
    for (let n = 0; n < posts; n += 1) yield* cast("post", base.post + n, base.post + n, votesOf(ofPosts, people));
    for (let n = 0; n < postOf.length; n += 1)
      yield* cast("comment", base.comment + n, base.post + postOf[n]!, votesOf(ofComments, people));
  });
}

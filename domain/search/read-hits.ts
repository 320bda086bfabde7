import { and, asc, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters, posts } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { showComments } from "#domain/comments/shown.ts";
import { type LetterBrief, readBriefs } from "#domain/letters/brief.ts";
import type { Speaker } from "#domain/people/speaker.ts";
import { isOut, selectPosts, speakerOf } from "#domain/posts/shown.ts";
import { type DecisionFound, readDecisions } from "#domain/suggestions/read-decisions.ts";
import { documentsOf } from "./documents.ts";
import { excerpt, folded, type Piece, type Sought } from "./grams.ts";
import type { Place } from "./search.ts";

/** What was found, as everybody may read it now. */
export type Hit = { excerpt: Piece[] } & (
  | { kind: "post"; id: number; speaker: Speaker; at: Date; approx: boolean; demo: boolean }
  | {
      kind: "comment";
      id: number;
      postId: number;
      parentId: number | null;
      speaker: Speaker;
      at: Date;
      approx: boolean;
      demo: boolean;
    }
  | { kind: "letter"; title: Piece[]; letter: LetterBrief; decision: DecisionFound | null }
);

const excerptLength = 90;

/** Reads the places anew, in their order: what was hidden since it was indexed is left out. */
export async function readHits(db: Db, places: readonly Place[], { words }: Sought, now: Now): Promise<Hit[]> {
  const of = (kind: Place["kind"]) => places.filter((place) => place.kind === kind).map(({ ofId }) => ofId);
  const found = await Promise.all([
    postHits(db, of("post"), words),
    commentHits(db, of("comment"), words, now),
    letterHits(db, of("letter"), words, now),
  ]);
  const hits = new Map(found.flat());
  return places.flatMap(({ kind, ofId }) => hits.get(`${kind}-${ofId}`) ?? []);
}

type Keyed = [string, Hit][];

async function postHits(db: Db, ids: number[], words: readonly string[]): Promise<Keyed> {
  if (ids.length === 0) return [];
  const rows = await selectPosts(db).where(and(inArray(posts.id, ids), isOut));
  return rows.map((row) => {
    const { id, publishedAt, approx, demo, body, prompts } = row;
    const speaker = speakerOf(row);
    const text = excerpt([body, ...prompts].join("\n"), words, excerptLength);
    return [`post-${id}`, { kind: "post", id, speaker, at: publishedAt!, approx, demo, excerpt: text }];
  });
}

async function commentHits(db: Db, ids: number[], words: readonly string[], now: Now): Promise<Keyed> {
  if (ids.length === 0) return [];
  // A comment on a post that was hidden is not public either: only its own document says so.
  const [shown, documents] = await Promise.all([showComments(db, ids, now), documentsOf.comment(db, ids)]);
  const open = new Set(documents.map(({ ofId }) => ofId));
  return shown
    .filter(({ id, hidden }) => open.has(id) && hidden === null)
    .map(({ id, postId, parentId, speaker, at, approx, demo, body }) => {
      const text = excerpt(body, words, excerptLength);
      return [`comment-${id}`, { kind: "comment", id, postId, parentId, speaker, at, approx, demo, excerpt: text }];
    });
}

async function letterHits(db: Db, ids: number[], words: readonly string[], now: Now): Promise<Keyed> {
  if (ids.length === 0) return [];
  const [documents, briefs, decisions] = await Promise.all([
    documentsOf.letter(db, ids),
    readBriefs(db, inArray(letters.id, ids), [asc(letters.id)], ids.length, now),
    readDecisions(db, ids),
  ]);
  return documents.flatMap(({ ofId, text }): Keyed => {
    const [number, title, ...parts] = text.split("\n");
    const letter = briefs.find((brief) => brief.number === number);
    if (!letter) return [];
    const body = parts.join("\n");
    return [
      [
        `letter-${ofId}`,
        {
          kind: "letter",
          letter,
          decision: decisions.find((decision) => decision.number === number) ?? null,
          title: excerpt(title!, words, 0),
          excerpt: excerpt(fromHit(body, words), words, excerptLength),
        },
      ],
    ];
  });
}

/** An excerpt that shows what was found, where the body itself has it. */
function fromHit(body: string, words: readonly string[]): string {
  return words.some((word) => folded(body).includes(word)) ? body : body.slice(0, excerptLength);
}

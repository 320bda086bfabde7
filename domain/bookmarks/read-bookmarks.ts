import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { bookmarks, letters } from "#db/schema/index.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type LetterBrief, readBriefs } from "#domain/letters/brief.ts";
import { Refusal } from "#domain/refusal.ts";
import { type Hit, readHits } from "#domain/search/read-hits.ts";
import { findKept, type KeptKind } from "./find-kept.ts";

/** One thing that is kept, as everybody may read it now. */
export interface Bookmark {
  what: string;
  kind: KeptKind;
  at: Date;
  /** A post or comment; null when it was hidden since. */
  said: Exclude<Hit, { kind: "letter" }> | null;
  /** A letter: of one that is not public number, mailbox, state and lamp. */
  letter: LetterBrief | null;
}

const pageLength = 20;

/** What somebody keeps, the newest first: of what was hidden since only that it was. */
export async function listBookmarks(
  db: Db,
  actor: Actor,
  after: string | null,
  now: Now,
): Promise<{ bookmarks: Bookmark[]; next: string | null }> {
  authorize(actor, "bookmark");
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  const rows = await db
    .select({ kind: sql<KeptKind>`${bookmarks.kind}`, ofId: bookmarks.ofId, at: bookmarks.at, number: letters.number })
    .from(bookmarks)
    .leftJoin(letters, and(eq(bookmarks.kind, "letter"), eq(letters.id, bookmarks.ofId)))
    .where(and(eq(bookmarks.personId, actor.id), after ? olderThan(actor.id, after) : undefined))
    .orderBy(desc(bookmarks.at), desc(bookmarks.kind), desc(bookmarks.ofId))
    .limit(pageLength + 1);
  const page = rows.slice(0, pageLength);
  const last = rows.length > pageLength ? page.at(-1)! : null;
  const numbers = page.flatMap(({ number }) => number ?? []);
  const [hits, briefs] = await Promise.all([
    readHits(
      db,
      page.filter(({ kind }) => kind !== "letter"),
      { words: [], grams: [] },
      now,
    ),
    numbers.length === 0
      ? []
      : readBriefs(db, inArray(letters.number, numbers), [asc(letters.id)], numbers.length, now),
  ]);
  return {
    bookmarks: page.map(({ kind, ofId, at, number }) => ({
      what: number ? `letter:${number}` : `${kind}:${ofId}`,
      kind,
      at,
      said:
        (hits.find((hit) => hit.kind !== "letter" && hit.kind === kind && hit.id === ofId) as Bookmark["said"]) ?? null,
      letter: briefs.find((brief) => brief.number === number) ?? null,
    })),
    next: last && `${last.kind}-${last.ofId}`,
  };
}

function olderThan(personId: number, after: string) {
  const [kind, id] = after.split("-");
  return sql`(${bookmarks.at}, ${bookmarks.kind}, ${bookmarks.ofId}) < (select b.at, b.kind, b.of_id from ${bookmarks} b
    where b.person_id = ${personId} and b.kind::text = ${kind ?? ""} and b.of_id = ${Number(id) || 0})`;
}

/** Which of these somebody keeps, for the page that shows them. */
export async function readMyBookmarks(db: Db, person: Person, names: readonly string[]): Promise<string[]> {
  const found = await findKept(db, names, "any");
  if (found.length === 0) return [];
  const rows = await db
    .select({ kind: bookmarks.kind, ofId: bookmarks.ofId })
    .from(bookmarks)
    .where(
      and(
        eq(bookmarks.personId, person.id),
        inArray(
          bookmarks.ofId,
          found.map(({ ofId }) => ofId),
        ),
      ),
    );
  return found
    .filter((one) => rows.some(({ kind, ofId }) => kind === one.kind && ofId === one.ofId))
    .map(({ what }) => what);
}

import { and, desc, eq, ne } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters, reviews } from "#db/schema/index.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { readContacts } from "#domain/signatures/read-signers.ts";
import type { Letter } from "./letter.ts";
import { type GuestLetter, type HostLetter, readGuests, readHost } from "./read-merged.ts";
import { mayAskUntil, type ReviewsSoFar, readReviews, readReviewsSoFar, type ShownReview } from "./reviews.ts";
import type { Clock } from "./times.ts";

/** What stands beside a letter on the page of whoever it concerns: reviews, letters merged with it, who signs it too. */
export interface Beside {
  reviews: ShownReview[];
  reviewsSoFar: ReviewsSoFar;
  /** The last day on which its writer may ask the superior office. */
  mayAskUntil: CivilDate | null;
  host: HostLetter | null;
  guests: GuestLetter[];
  cosigners: number;
  /** At most five signers who speak for it; told to those who handle it. */
  contacts: string[];
  /** Its writer's letters whose last review was maintained: the same facts are not accepted again. For those who handle it. */
  finallyReviewed: { number: string; title: string }[];
}

export async function readBeside(
  db: Db,
  letter: Letter,
  internal: boolean,
  clocks: Clock[],
  now: Now,
): Promise<Beside> {
  const [shown, reviewsSoFar, host, guests, contacts, finallyReviewed, policies] = await Promise.all([
    readReviews(db, letter.id, clocks, now),
    readReviewsSoFar(db, letter.id),
    readHost(db, letter, now),
    readGuests(db, letter.id, internal ? "handlers" : "everybody"),
    internal ? readContacts(db, letter.id) : [],
    internal && letter.state === "submitted" ? readFinallyReviewed(db, letter) : [],
    readPolicies(db, now.today),
  ]);
  return {
    reviews: shown,
    reviewsSoFar,
    mayAskUntil: mayAskUntil(reviewsSoFar, policies["review.ask"]),
    host,
    guests,
    cosigners: letter.cosigners,
    contacts,
    finallyReviewed,
  };
}

async function readFinallyReviewed(db: Db, { id, authorId }: Letter): Promise<Beside["finallyReviewed"]> {
  if (authorId === null) return [];
  return db
    .select({ number: letters.number, title: letters.title })
    .from(letters)
    .innerJoin(reviews, and(eq(reviews.letterId, letters.id), eq(reviews.level, "recheck")))
    .where(
      and(
        eq(letters.authorId, authorId),
        ne(letters.id, id),
        ne(letters.kind, "accusation"),
        eq(reviews.state, "maintained"),
      ),
    )
    .orderBy(desc(letters.id))
    .limit(3);
}

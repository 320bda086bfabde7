import { and, asc, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { clocks, events, offices, reviews } from "#db/schema/index.ts";
import { addDays, type CivilDate, civilDateOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Policies } from "#domain/policies/policies.ts";
import type { Details } from "#domain/refusal.ts";
import type { Letter } from "./letter.ts";
import type { Place } from "./timeline.ts";
import { type Clock, type ClockLight, lightOfClock } from "./times.ts";

export type ReviewStep = "review" | "recheck";

/** What the rules on asking depend on. */
export interface ReviewsSoFar {
  reviews: { level: ReviewStep; state: "asked" | "maintained" | "amended" | "revoked" }[];
  /** A hearing is held: the review's clock stands still. */
  hearing: boolean;
  /** When an office last decided: answered, refused, closed, or decided a review. */
  lastWordAt: Date | null;
}

/** What an office says last, and what closes a letter: the days for asking count from the latest of them. */
const lastWords = ["answer", "refuse", "rate", "lapse", "maintain", "amend", "revoke"].map((step) => `letter.${step}`);

export async function readReviewsSoFar(db: Db, letterId: number): Promise<ReviewsSoFar> {
  const [asked, [last], hearings] = await Promise.all([
    db
      .select({ level: reviews.level, state: reviews.state })
      .from(reviews)
      .where(eq(reviews.letterId, letterId))
      .orderBy(asc(reviews.id)),
    db
      .select({ at: events.at })
      .from(events)
      .where(and(eq(events.subject, `letter:${letterId}`), inArray(events.what, lastWords)))
      .orderBy(desc(events.id))
      .limit(1),
    db
      .select({ id: clocks.id })
      .from(clocks)
      .where(
        and(
          eq(clocks.letterId, letterId),
          eq(clocks.what, "review"),
          isNull(clocks.stoppedAt),
          isNotNull(clocks.pausedAt),
        ),
      ),
  ]);
  return { reviews: asked, hearing: hearings.length > 0, lastWordAt: last?.at ?? null };
}

/** The last day on which the superior office may be asked. */
export function mayAskUntil({ lastWordAt }: ReviewsSoFar, days: number): CivilDate | null {
  return lastWordAt && addDays(civilDateOf(lastWordAt), days);
}

/** Why the superior office cannot be asked now (arts. 35-36): each level once, one after the other, within thirty days. */
export function obstacleToAsking(
  step: ReviewStep,
  { reviewOfficeId }: Pick<Letter, "reviewOfficeId">,
  soFar: ReviewsSoFar,
  policies: Policies,
  now: Now,
): { key: string; details: Details } | null {
  const review = soFar.reviews.find(({ level }) => level === "review");
  const no = (key: string, details: Details = {}) => ({ key, details });
  if (reviewOfficeId !== null) return no("letters.reviewRuns");
  if (soFar.reviews.some(({ level }) => level === "recheck")) return no("letters.reviewedFinally");
  if (step === "review" && review) return no("letters.reviewedOnce");
  if (step === "recheck" && !review) return no("letters.notReviewedYet");
  const days = policies["review.ask"];
  const until = mayAskUntil(soFar, days);
  return until !== null && now.today > until ? no("letters.reviewOver", { days, until }) : null;
}

/** A review as everybody sees it: who decides, until when, and what came of it. Its words stand in the timeline. */
export interface ShownReview {
  level: ReviewStep;
  state: ReviewsSoFar["reviews"][number]["state"];
  office: Place;
  askedAt: Date;
  decidedAt: Date | null;
  decidedEventId: number | null;
  light: ClockLight | null;
}

export async function readReviews(db: Db, letterId: number, clocks: Clock[], now: Now): Promise<ShownReview[]> {
  const rows = await db
    .select({
      id: reviews.id,
      level: reviews.level,
      state: reviews.state,
      askedAt: reviews.askedAt,
      decidedAt: reviews.decidedAt,
      decidedEventId: reviews.decidedEventId,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
    })
    .from(reviews)
    .innerJoin(offices, eq(offices.id, reviews.officeId))
    .where(eq(reviews.letterId, letterId))
    .orderBy(asc(reviews.id));
  return rows.map(({ id, ...review }) => {
    const clock = clocks.find(({ what, aboutId }) => what === "review" && aboutId === id);
    return { ...review, light: clock ? lightOfClock(clock, now) : null };
  });
}

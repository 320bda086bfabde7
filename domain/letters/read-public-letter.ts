import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import {
  comments,
  events,
  type LetterKind,
  type LetterState,
  type LetterVia,
  leaders,
  letters,
  mailboxes,
  offices,
  people,
  regions,
} from "#db/schema/index.ts";
import { prepared } from "#db/transact.ts";
import { nobody } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { nextChange } from "#domain/calendar/light.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type CallBackVerdict, readCallBackVerdict } from "#domain/call-backs/read-verdict.ts";
import { type LedCase, readLedCase } from "#domain/led-cases/read-led-cases.ts";
import type { ShownImage } from "#domain/posts/shown.ts";
import { readPublishedPictures } from "#domain/publication/read-published-pictures.ts";
import { readSigners, type SignersPage } from "#domain/signatures/read-signers.ts";
import { type Adoption, readAdoption } from "#domain/suggestions/read-adoption.ts";
import { type LetterOrder, readOrders } from "#domain/supervision/read-orders.ts";
import { type DeskTime, readDesks } from "./desks.ts";
import { type GuestLetter, type HostLetter, readGuests, readHost } from "./read-merged.ts";
import { readPromises, type ShownPromise } from "./read-promises.ts";
import { readReviews, type ShownReview } from "./reviews.ts";
import { shownClocks } from "./shown-clocks.ts";
import { type Place, readTimeline, type TimelineEntry } from "./timeline.ts";
import { type Clock, type ClockLight, clocksOf, lightOfClock, officeClockOf, type Turn, turnOf } from "./times.ts";
import { type RoundVerdict, readVerdicts } from "./verdicts.ts";

/** What everybody may know of a letter that exists for them: its number, where it was sent, where it is, its lamp. */
export interface KnownLetter {
  number: string;
  state: LetterState;
  mailbox: { slug: string; leader: { handle: string; title: string; titleEn: string | null } | null; office: Place };
  light: ClockLight | null;
  /** The next instant at which the page reads differently though nothing has happened. */
  changesAt: Date | null;
  demo: boolean;
}

/** A clock of the letter with its whole working (如何算出); a light only where an office owns it. */
export type ShownClock = Clock & { light: ClockLight | null };

export interface OpenLetter extends KnownLetter {
  face: "open";
  title: string;
  body: string;
  kind: LetterKind;
  via: LetterVia;
  sentAt: Date;
  approx: boolean;
  /** Null: nameless, a 网友. */
  nickname: string | null;
  /** The office that took up a comment whose author has not consented. */
  source: Place | null;
  region: { slug: string; name: string; nameEn: string | null };
  place: string;
  /** Those of its pictures that a person has looked at and published. */
  images: ShownImage[];
  signersOnPaper: number;
  /** Verified citizens who stand beside its writer, and the first of those who are named. */
  cosigners: number;
  signers: SignersPage;
  reviews: ShownReview[];
  /** Letters that it speaks for. */
  guests: GuestLetter[];
  /** The letter that it was merged into: of one that is not public nobody is told what it is like. */
  host: HostLetter | null;
  reopenedAt: Date | null;
  round: number;
  urges: number;
  hops: number;
  /** The leader whose own case it is. */
  led: LedCase | null;
  turn: Turn | null;
  clocks: ShownClock[];
  offices: DeskTime[];
  verdicts: RoundVerdict[];
  /** What its writer said when they were called back. */
  callBack: CallBackVerdict | null;
  promises: ShownPromise[];
  /** What became of it as a suggestion. */
  adoption: Adoption | null;
  timeline: TimelineEntry[];
  /** Public acts: who asked the office about it, and what it said. */
  orders: LetterOrder[];
  /** The comment it came from, unless that was hidden since. */
  comment: { id: number; postId: number; hidden: boolean } | null;
  /** The newest position in the record: what a reader who was away asks from. */
  position: number;
}

export type PublicLetter =
  | OpenLetter
  | (KnownLetter & { face: "shut" })
  | (KnownLetter & { face: "stone"; code: string; office: Place | null; at: Date });

/**
 * A letter for everybody. Published: the confirmed text and every step. Not published: number, mailbox, state and lamp.
 * Hidden: a stone with the reason and the office. An accusation is not there at all.
 */
export async function readPublicLetter(db: Db, number: string, now: Now): Promise<PublicLetter | null> {
  const [row] = await prepared(db, letterByNumber).execute({ number: isNumber(number) ? number : "" });
  if (!row || !can(nobody, "letter.know", row)) return null;
  const times = (await clocksOf(db, [row.id])).get(row.id) ?? [];
  const known = knownOf(row, times, now);
  if (can(nobody, "letter.read", row)) return openLetter(db, row, times, known, now);
  if (row.publishedAt && row.hiddenAt) return { ...known, face: "stone", ...(await readStone(db, row)) };
  return { ...known, face: "shut" };
}

/** Whatever stands in an address is not sent to the database before it looks like a number. */
export const isNumber = (text: string): boolean => /^[A-Z]{2,4}-\d{4}-\d{5,9}$/.test(text);

const source = alias(offices, "source");

const letterByNumber = (db: Db) =>
  db
    .select({
      id: letters.id,
      number: letters.number,
      state: letters.state,
      kind: letters.kind,
      via: letters.via,
      visibility: letters.visibility,
      publicTitle: letters.publicTitle,
      publicBody: letters.publicBody,
      publishedAt: letters.publishedAt,
      hiddenAt: letters.hiddenAt,
      hiddenCode: letters.hiddenCode,
      sentAt: letters.sentAt,
      approx: letters.approx,
      place: letters.place,
      signersOnPaper: letters.signersOnPaper,
      cosigners: letters.cosigners,
      mergedInto: letters.mergedInto,
      reopenedAt: letters.reopenedAt,
      round: letters.round,
      urges: letters.urges,
      hops: letters.hops,
      demo: letters.demo,
      slug: mailboxes.slug,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      region: { slug: regions.slug, name: regions.name, nameEn: regions.nameEn },
      nickname: people.nickname,
      authorId: letters.authorId,
      source: { slug: source.slug, name: source.name, nameEn: source.nameEn },
      commentId: comments.id,
      postId: comments.postId,
      commentHiddenAt: comments.hiddenAt,
      position: sql<number>`coalesce((select max(e.position) from ${events} e where e.subject = 'letter:' || ${letters.id}), 0)::int`,
    })
    .from(letters)
    .innerJoin(mailboxes, eq(mailboxes.id, letters.mailboxId))
    .innerJoin(offices, eq(offices.id, mailboxes.officeId))
    .innerJoin(regions, eq(regions.id, letters.regionId))
    .leftJoin(leaders, eq(leaders.id, mailboxes.leaderId))
    .leftJoin(people, eq(people.id, letters.authorId))
    .leftJoin(source, eq(source.id, letters.sourceOfficeId))
    .leftJoin(comments, eq(comments.id, letters.commentId))
    .where(eq(letters.number, sql.placeholder("number")))
    .prepare("letter_by_number");

/** Named on the letter's own page; the others on a page of theirs. */
const firstSigners = 12;

type Row = Awaited<ReturnType<ReturnType<typeof letterByNumber>["execute"]>>[number];

function knownOf(row: Row, times: Clock[], now: Now): KnownLetter {
  const { number, state, slug, leader, office, demo } = row;
  const burning = officeClockOf(times);
  return {
    number,
    state,
    demo,
    mailbox: { slug, leader, office },
    light: burning ? lightOfClock(burning, now) : null,
    changesAt: burning ? nextChange(burning, now) : null,
  };
}

async function openLetter(db: Db, row: Row, times: Clock[], known: KnownLetter, now: Now): Promise<OpenLetter> {
  const [timeline, desks, verdicts, reviews, host, guests, signers, callBack, pictures] = await Promise.all([
    readTimeline(db, row.id, "everybody"),
    readDesks(db, row.id, times, now),
    readVerdicts(db, row.id),
    readReviews(db, row.id, times, now),
    readHost(db, row, now),
    readGuests(db, row.id, "everybody"),
    readSigners(db, row.id, null, firstSigners),
    readCallBackVerdict(db, row.id),
    readPublishedPictures(db, row.id),
  ]);
  const { cosigners, reopenedAt } = row;
  const { kind, via, sentAt, approx, region, place, signersOnPaper, round, urges, hops, source, position } = row;
  return {
    ...known,
    ...(host?.speaks && { changesAt: host.brief.changesAt }),
    face: "open",
    title: row.publicTitle!,
    body: row.publicBody!,
    images: pictures,
    ...{ kind, via, sentAt, approx, region, place, signersOnPaper, round, urges, hops, position },
    ...{ cosigners, signers, reviews, host, guests, reopenedAt },
    nickname: row.visibility === "nickname" ? row.nickname : null,
    source: row.authorId === null ? source : null,
    led: await readLedCase(db, row.id),
    turn: turnOf(times),
    clocks: shownClocks(times, now),
    offices: desks,
    verdicts,
    callBack,
    adoption: row.kind === "suggestion" ? await readAdoption(db, row.id) : null,
    promises: await readPromises(db, row.id, times, "everybody", now),
    timeline,
    orders: await readOrders(db, row.id, "everybody", times, now),
    comment:
      row.commentId === null ? null : { id: row.commentId, postId: row.postId!, hidden: row.commentHiddenAt !== null },
  };
}

async function readStone(db: Db, { id, hiddenCode, hiddenAt }: Row) {
  const [hidden] = await db
    .select({ slug: offices.slug, name: offices.name, nameEn: offices.nameEn })
    .from(events)
    .innerJoin(offices, eq(offices.id, events.officeId))
    .where(and(eq(events.subject, `letter:${id}`), eq(events.what, "letter.hide")))
    .orderBy(desc(events.id), asc(offices.id))
    .limit(1);
  return { code: hiddenCode!, office: hidden ?? null, at: hiddenAt! };
}

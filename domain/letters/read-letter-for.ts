import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  claims,
  images,
  type LetterKind,
  type LetterState,
  type LetterVia,
  type LetterVisibility,
  leaders,
  letterContacts,
  letterOffices,
  letters,
  mailboxes,
  offices,
  people,
  regions,
  type TermClass,
} from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type CallBackVerdict, readCallBackVerdict } from "#domain/call-backs/read-verdict.ts";
import { readPublishedNumbers } from "#domain/directory/read-phones.ts";
import { type LedCase, readLedCase } from "#domain/led-cases/read-led-cases.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { type Adoption, readAdoption } from "#domain/suggestions/read-adoption.ts";
import { type LetterOrder, readOrders, readOwnOrders } from "#domain/supervision/read-orders.ts";
import { readKnown } from "./contact.ts";
import { type DeskTime, readDesks } from "./desks.ts";
import { findLetterByNumber, type Letter } from "./letter.ts";
import { type OfferedStep, offeredSteps } from "./obstacles.ts";
import { type Asked, readAsked } from "./read-asked.ts";
import { type Beside, readBeside } from "./read-beside.ts";
import { readPromises, type ShownPromise } from "./read-promises.ts";
import { isNumber, type ShownClock } from "./read-public-letter.ts";
import { findPersonal, type Known, redact, type Span } from "./redaction.ts";
import { shownClocks } from "./shown-clocks.ts";
import { type Place, readTimeline, type TimelineEntry } from "./timeline.ts";
import { type ClockLight, clocksOf, lightOfClock, officeClockOf, type Turn, turnOf } from "./times.ts";
import { type RoundVerdict, readVerdicts } from "./verdicts.ts";

/** What a text would look like in public, proposed by the detectors. */
export interface Proposal {
  text: string;
  spans: Span[];
}

/** A letter as this person may see it on their desk, with the steps that are theirs. */
export interface LetterForPerson extends Beside {
  id: number;
  number: string;
  state: LetterState;
  kind: LetterKind;
  via: LetterVia;
  visibility: LetterVisibility;
  termClass: TermClass | null;
  title: string;
  body: string;
  images: { token: string; alt: string; published: boolean }[];
  publicTitle: string | null;
  publicBody: string | null;
  publishedAt: Date | null;
  hidden: { at: Date; code: string } | null;
  sentAt: Date;
  approx: boolean;
  round: number;
  reopenedAt: Date | null;
  urges: number;
  hops: number;
  demo: boolean;
  mailbox: { slug: string; leader: { handle: string; title: string; titleEn: string | null } | null; office: Place };
  region: { slug: string; name: string; nameEn: string | null };
  place: string;
  signersOnPaper: number;
  refusalCode: string | null;
  /** The writer's name in front: staff see it, whatever the public sees. Null until somebody consents. */
  nickname: string | null;
  isAuthor: boolean;
  /** An office wrote it down for somebody without an account. */
  entered: boolean;
  /** The comment's author has been asked and not answered. */
  awaitsConsent: boolean;
  comment: { id: number; postId: number } | null;
  /** Offices that have it now. */
  lead: Place | null;
  assisting: Place[];
  /** Whom an accusation is about; only those who handle it are told. */
  accused: { office: Place | null; leader: { handle: string; title: string; titleEn: string | null } | null } | null;
  /** Are a name or telephone kept, and may this person have them opened? */
  contact: { kept: boolean; mayRead: boolean };
  light: ClockLight | null;
  turn: Turn | null;
  clocks: ShownClock[];
  offices: DeskTime[];
  verdicts: RoundVerdict[];
  /** What its writer said when they were called back. */
  callBack: CallBackVerdict | null;
  promises: ShownPromise[];
  /** What became of it as a suggestion. */
  adoption: Adoption | null;
  /** What its offices have asked, and who decides: for those who handle it. */
  asked: Asked;
  timeline: TimelineEntry[];
  orders: LetterOrder[];
  /** Those of them that this person may end or answer now. */
  ownOrders: { endable: number[]; answerable: number[] };
  steps: OfferedStep[];
  claim: { nickname: string; at: Date; own: boolean } | null;
  mayClaim: boolean;
  /** The leader whose own case it is. */
  led: LedCase | null;
  /** For those who confirm what is published. */
  proposal: { title: Proposal; body: Proposal } | null;
}

/** A letter on the desk of somebody who may read it as it was written; null when there is none for them. */
export async function readLetterFor(db: Db, actor: Actor, number: string, now: Now): Promise<LetterForPerson | null> {
  const letter = isNumber(number) ? await findLetterByNumber(db, number) : null;
  if (!letter || !can(actor, "letter.read-original", letter)) return null;
  const internal = can(actor, "letter.read-internal", letter);
  const [around, times, timeline, verdicts, policies] = await Promise.all([
    readAround(db, letter),
    clocksOf(db, [letter.id]),
    readTimeline(db, letter.id, internal ? "handlers" : "writer"),
    readVerdicts(db, letter.id),
    readPolicies(db, now.today),
  ]);
  const clocks = times.get(letter.id) ?? [];
  const burning = officeClockOf(clocks);
  const promises = await readPromises(db, letter.id, clocks, internal ? "handlers" : "writer", now);
  const asked = await readAsked(db, actor, letter);
  const adoption = await readAdoption(db, letter.id);
  const ownOrders = await readOwnOrders(db, actor, letter, clocks);
  const beside = await readBeside(db, letter, internal, clocks, now);
  const rated = verdicts.some(({ round }) => round === letter.round);
  const steps = offeredSteps(actor, letter, {
    rated,
    asked,
    promises,
    times: clocks,
    reviews: beside.reviewsSoFar,
    policies,
    now,
    orders: ownOrders,
    adoption: adoption?.outcome ?? null,
  });
  return {
    ...columnsOf(letter),
    ...around.names,
    ...beside,
    isAuthor: isPerson(actor) && actor.id === letter.authorId,
    entered: letter.authorId === null && letter.comment === null,
    awaitsConsent: letter.comment !== null && letter.authorId === null && letter.consentDeclinedAt === null,
    lead: around.places.find(({ id }) => id === letter.leadOfficeId) ?? null,
    assisting: around.places.filter(({ id }) => letter.assistingOfficeIds.includes(id)),
    accused: internal ? around.accused : null,
    contact: { kept: around.contactKept, mayRead: can(actor, "letter.read-contact", letter) },
    light: burning ? lightOfClock(burning, now) : null,
    turn: turnOf(clocks),
    clocks: shownClocks(clocks, now),
    offices: await readDesks(db, letter.id, clocks, now),
    verdicts,
    callBack: await readCallBackVerdict(db, letter.id),
    promises,
    asked,
    adoption,
    timeline,
    orders: await readOrders(db, letter.id, internal ? "handlers" : "writer", clocks, now),
    ownOrders,
    steps,
    claim: internal ? await readClaim(db, actor, letter.id) : null,
    mayClaim: can(actor, "letter.claim", letter),
    led: await readLedCase(db, letter.id),
    proposal: await proposalFor(db, letter, steps),
  };
}

function columnsOf(letter: Letter) {
  const { id, number, state, kind, via, visibility, termClass, title, body, publicTitle, publicBody } = letter;
  const { publishedAt, sentAt, approx, round, urges, hops, demo, place, signersOnPaper, refusalCode } = letter;
  const { hiddenAt, hiddenCode, comment, reopenedAt } = letter;
  return {
    ...{ id, number, state, kind, via, visibility, termClass, title, body, publicTitle, publicBody },
    ...{ publishedAt, sentAt, approx, round, urges, hops, demo, place, signersOnPaper, refusalCode },
    reopenedAt,
    hidden: hiddenAt ? { at: hiddenAt, code: hiddenCode! } : null,
    comment: comment && { id: comment.id, postId: comment.postId },
  };
}

const placeFields = { slug: offices.slug, name: offices.name, nameEn: offices.nameEn };
const leaderFields = { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn };

/** Names, pictures and whether a contact is kept: what stands around the letter itself. */
async function readAround(db: Db, letter: Letter) {
  const [names, pictures, contact, places, accused] = await Promise.all([
    readNames(db, letter.id),
    db
      .select({ token: images.token, alt: images.alt, publishedAt: images.publishedAt })
      .from(images)
      .where(eq(images.letterId, letter.id))
      .orderBy(asc(images.sort), asc(images.id)),
    db.select({ erasedAt: letterContacts.erasedAt }).from(letterContacts).where(eq(letterContacts.letterId, letter.id)),
    readPlaces(db, letter.id),
    readAccused(db, letter.id),
  ]);
  return {
    names: {
      ...names,
      images: pictures.map(({ publishedAt, ...picture }) => ({ ...picture, published: publishedAt !== null })),
    },
    contactKept: contact.some(({ erasedAt }) => erasedAt === null),
    places,
    accused,
  };
}

async function readNames(db: Db, letterId: number) {
  const [row] = await db
    .select({
      slug: mailboxes.slug,
      leader: leaderFields,
      office: placeFields,
      region: { slug: regions.slug, name: regions.name, nameEn: regions.nameEn },
      nickname: people.nickname,
    })
    .from(letters)
    .innerJoin(mailboxes, eq(mailboxes.id, letters.mailboxId))
    .innerJoin(offices, eq(offices.id, mailboxes.officeId))
    .innerJoin(regions, eq(regions.id, letters.regionId))
    .leftJoin(leaders, eq(leaders.id, mailboxes.leaderId))
    .leftJoin(people, eq(people.id, letters.authorId))
    .where(eq(letters.id, letterId));
  const { slug, leader, office, region, nickname } = row!;
  return { mailbox: { slug, leader, office }, region, nickname };
}

async function readPlaces(db: Db, letterId: number): Promise<(Place & { id: number })[]> {
  return db
    .select({ id: offices.id, ...placeFields })
    .from(letterOffices)
    .innerJoin(offices, eq(offices.id, letterOffices.officeId))
    .where(and(eq(letterOffices.letterId, letterId), isNull(letterOffices.untilAt)))
    .orderBy(asc(letterOffices.part), asc(letterOffices.id));
}

async function readAccused(db: Db, letterId: number): Promise<LetterForPerson["accused"]> {
  const [row] = await db
    .select({ office: placeFields, leader: leaderFields })
    .from(letters)
    .leftJoin(offices, eq(offices.id, letters.accusedOfficeId))
    .leftJoin(leaders, eq(leaders.id, letters.accusedLeaderId))
    .where(eq(letters.id, letterId));
  return row && (row.office || row.leader) ? row : null;
}

async function readClaim(db: Db, actor: Actor, letterId: number): Promise<LetterForPerson["claim"]> {
  const [row] = await db
    .select({ personId: claims.personId, nickname: people.nickname, at: claims.at })
    .from(claims)
    .innerJoin(people, eq(people.id, claims.personId))
    .where(eq(claims.subject, `letter:${letterId}`));
  return row ? { nickname: row.nickname, at: row.at, own: isPerson(actor) && actor.id === row.personId } : null;
}

const publishing = ["accept", "publish", "redact"];

/** The redacted title and text, proposed to whoever is about to confirm them. */
async function proposalFor(db: Db, letter: Letter, steps: OfferedStep[]): Promise<LetterForPerson["proposal"]> {
  const isAsked = steps.some(({ step, obstacle }) => publishing.includes(step) && obstacle === null);
  if (!isAsked || letter.kind === "accusation" || letter.visibility === "handlers") return null;
  const known = { ...(await readKnown(db, letter)), published: await readPublishedNumbers(db) };
  return {
    title: propose(letter.publicTitle ?? letter.title, known),
    body: propose(letter.publicBody ?? letter.body, known),
  };
}

function propose(text: string, known: Known): Proposal {
  const spans = findPersonal(text, known);
  return { text: redact(text, spans), spans };
}

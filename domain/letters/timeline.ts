import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type EventCounts, events, eventWords, leaders, offices } from "#db/schema/index.ts";
import { type AnswerParts, readParts } from "./answer-letter.ts";
import { confirmingSteps, rowOf, type Step, steps } from "./steps.ts";
import type { Named } from "./times.ts";

export interface Place extends Named {
  slug: string;
}

/** One line of a letter's timeline. */
export interface TimelineEntry {
  eventId: number;
  /** Null until the relay has stamped it, which takes less than a second. */
  position: number | null;
  what:
    | Step
    | "lookDue"
    | "claim"
    | "unclaim"
    | "attempt"
    | "opened"
    | "readContact"
    | "unpublish"
    | "callBack"
    | "recount"
    | "erase"
    | "hold"
    | "release"
    | "words.hide"
    | "picture.publish"
    | "picture.hide";
  at: Date;
  approx: boolean;
  role: string | null;
  office: Place | null;
  leader: { handle: string; title: string; titleEn: string | null } | null;
  counts: EventCounts;
  /** Who got it, for assign. */
  lead: Place | null;
  assisting: Place[];
  /** What was said, as far as this reader may read it; an answer's four parts stand in `answer`. */
  words: string | null;
  answer: AnswerParts | null;
  /** The words were taken off: the step stays. */
  wordsHidden: boolean;
  /** Off the web, also where this reader may still read them. */
  hidden: boolean;
  /** Readers of the published letter see this too. */
  public: boolean;
}

/** Everything recorded of a letter, in the order in which it happened. */
async function readEvents(db: Db, letterId: number) {
  return db
    .select({
      eventId: events.id,
      position: events.position,
      what: events.what,
      at: events.at,
      approx: events.approx,
      role: events.role,
      counts: events.counts,
      public: events.public,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      text: eventWords.text,
      hash: eventWords.hash,
      hiddenAt: eventWords.hiddenAt,
    })
    .from(events)
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .leftJoin(offices, eq(offices.id, events.officeId))
    .leftJoin(leaders, eq(leaders.id, events.leaderId))
    .where(eq(events.subject, `letter:${letterId}`))
    .orderBy(asc(events.id));
}

type Recorded = Awaited<ReturnType<typeof readEvents>>[number];

/** What of an event decides who may read it. */
export type Telling = Pick<Recorded, "what" | "counts" | "public" | "hiddenAt">;

const stepOf = ({ what }: Telling) => what.replace("letter.", "") as TimelineEntry["what"];
const isStep = (what: string): what is Step => Object.hasOwn(steps, what);

/** Who reads: everybody, the writer, or those who handle it. */
export type Reader = "everybody" | "writer" | "handlers";

/** The timeline as this reader may see it, the words among it as far as they are theirs to read. */
export async function readTimeline(db: Db, letterId: number, reader: Reader): Promise<TimelineEntry[]> {
  const recorded = (await readEvents(db, letterId)).filter((event) => isTold(event, reader));
  const named = await readOffices(
    db,
    recorded.flatMap(({ counts }) => slugsIn(counts)),
  );
  return recorded.map((event) => entryOf(event, reader, named));
}

/**
 * The steps before publication happened in private and are shown once the letter is public, without their words; what was
 * marked internal never is.
 */
export function isTold(event: Telling, reader: Reader): boolean {
  if (reader === "handlers") return true;
  const what = stepOf(event);
  // No step, but it moves the date that everybody waits for.
  if (what === "recount") return event.public || reader === "writer";
  if (what === "erase") return reader === "writer";
  if (!isStep(what)) return false;
  if (rowOf(what).shows === "nothing") return false;
  return event.counts.internal !== true;
}

/** Are the words of an event that this reader is told of for them? Hidden or not, whoever handled it knows what was said. */
function areWordsFor(event: Telling, reader: Reader): boolean {
  const what = stepOf(event);
  if (reader !== "everybody") return true;
  return event.public && isStep(what) && (rowOf(what).shows === "words" || confirmingSteps.includes(what));
}

/** Hidden is hidden from everybody; those who handle it, and the writer, still have to know what was said. */
export const mayReadWords = (event: Telling, reader: Reader): boolean =>
  areWordsFor(event, reader) && (reader !== "everybody" || event.hiddenAt === null);

function entryOf(event: Recorded, reader: Reader, named: Map<string, Place>): TimelineEntry {
  const { eventId, position, at, approx, role, office, leader, counts, text } = event;
  const what = stepOf(event);
  const onSheet = confirmingSteps.includes(what);
  const words = mayReadWords(event, reader) && !onSheet ? text : null;
  return {
    eventId,
    position,
    what,
    at,
    approx,
    role,
    office,
    leader,
    counts,
    lead: named.get(String(counts.lead)) ?? null,
    assisting: slugsIn(counts)
      .slice(counts.lead ? 1 : 0)
      .flatMap((slug) => named.get(slug) ?? []),
    words: what === "answer" ? null : words,
    answer: what === "answer" && words !== null ? readParts(words) : null,
    wordsHidden: areWordsFor(event, reader) && !onSheet && event.hash !== null && words === null,
    hidden: event.hiddenAt !== null,
    public: event.public,
  };
}

const slugsIn = ({ lead, assisting }: EventCounts): string[] =>
  [lead, assisting].flat().filter((slug) => typeof slug === "string");

async function readOffices(db: Db, slugs: string[]): Promise<Map<string, Place>> {
  if (slugs.length === 0) return new Map();
  const rows = await db
    .select({ slug: offices.slug, name: offices.name, nameEn: offices.nameEn })
    .from(offices)
    .where(inArray(offices.slug, [...new Set(slugs)]));
  return new Map(rows.map((row) => [row.slug, row]));
}

import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type EventCounts, events, letters, offices } from "#db/schema/index.ts";
import { afterCommit, type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson, nobody } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { bridge } from "#domain/events/bridge.ts";
import { record } from "#domain/events/record.ts";
import { endCase } from "#domain/led-cases/end-case.ts";
import { isRefusal, Refusal } from "#domain/refusal.ts";
import { capacityFor } from "./capacity.ts";
import { type Clock, pauseClocks, resumeClocks, startClock, stopClocks } from "./clocks.ts";
import { readKnown } from "./contact.ts";
import { findLetter, type Letter, lockLetter } from "./letter.ts";
import { followMerges, isHosts, leaves } from "./merged.ts";
import { certainIn } from "./redaction.ts";
import { recordIfKeptOut } from "./refused-attempt.ts";
import { allSteps, rowOf, type Step, stepsFrom } from "./steps.ts";
import { isPublic, topicsOf } from "./topics.ts";

/** What one taking of a step adds to its row. */
export interface Taking {
  words?: string | undefined;
  counts?: EventCounts;
  /** Other columns that change with the state. */
  change?: Partial<typeof letters.$inferInsert>;
  /** Told to nobody but the handlers, although the step is one that readers see. */
  internal?: boolean;
  /** Slugs of offices that have to do with it only now. */
  desks?: string[];
  /** What else reads differently by it: another letter. */
  topics?: string[];
}

export interface Taken {
  letter: Letter;
  eventId: number;
}

/** What the step's own rule says once the letter is locked: it may look, write what stands beside, and refuse. */
type Prepare = (tx: Tx, letter: Letter) => Promise<Taking> | Taking;

/**
 * The only function that changes a letter's state. It locks the letter, asks who may, consults the table of steps, moves
 * the letter and its clocks, and leaves the event that everybody else reads.
 */
export async function takeStep(
  db: Db,
  actor: Actor,
  letterId: number,
  step: Step,
  now: Now,
  what: Taking | Prepare = {},
): Promise<Taken> {
  return transact(db, async (tx) => {
    const before = await lockLetter(tx, letterId);
    const refused = before && whyNot(actor, before, step);
    if (refused) await recordIfKeptOut(tx, actor, before, refused, now);
    if (!before || refused === "letters.missing") throw new Refusal("letters.missing");
    authorize(actor, "letter.step", { letter: before, step });
    if (!stepsFrom(before.state).includes(step)) throw await tooLate(tx, actor, before);
    if (isHosts(step, before)) throw new Refusal("letters.merged", { number: before.hostNumber });

    const taking = typeof what === "function" ? await what(tx, before) : what;
    const change = { ...taking.change, ...movement(before, step) };
    if (Object.keys(change).length > 0) await tx.update(letters).set(change).where(eq(letters.id, letterId));
    const letter = (await findLetter(tx, letterId))!;
    if (letter.ledByLeaderId !== null && !mayBeLed(letter)) await endCase(tx, letterId, now);
    const due = await moveClocks(tx, letter, step, now);
    const eventId = await recordStep(tx, { actor, step, before, letter, taking, due, now });
    await followMerges(tx, { actor, step, before, letter, words: taking.words, counts: taking.counts, now });
    return { letter, eventId };
  });
}

/** A leader's own case is over with its letter; and an accusation, when it turns out to be one, has no public rhythm. */
const mayBeLed = ({ state, kind }: Letter) => kind !== "accusation" && stepsFrom(state).includes("inspect");

/** What one may not read is not found; what one may read and not do is forbidden. */
function whyNot(actor: Actor, letter: Letter, step: Step): "letters.missing" | "forbidden" | null {
  if (!maySee(actor, letter)) return "letters.missing";
  return can(actor, "letter.step", { letter, step }) ? null : "forbidden";
}

/** The timetable sees everything. */
function maySee(actor: Actor, letter: Letter): boolean {
  return actor.kind === "clock" || can(actor, "letter.read-original", letter) || can(actor, "letter.read", letter);
}

function movement(letter: Letter, step: Step): Partial<typeof letters.$inferInsert> {
  const { to } = rowOf(step);
  const alone = leaves(step, letter) ? { mergedInto: null } : {};
  if (to === "same") return alone;
  return { ...alone, state: to === "back" ? letter.askedFrom! : to };
}

/** Stops, starts, pauses and resumes as the row says; returns the clock whose date the step sets, if it sets one. */
async function moveClocks(tx: Tx, letter: Letter, step: Step, now: Now): Promise<Clock | undefined> {
  const { stops, starts, pauses, resumes } = rowOf(step).time;
  if (stops) await stopClocks(tx, letter.id, stops, now);
  if (pauses) await pauseClocks(tx, letter.id, pauses, now);
  const resumed = resumes ? await resumeClocks(tx, letter.id, resumes, now) : [];
  return starts ? startClock(tx, letter, starts, now) : resumed[0];
}

interface Trace {
  actor: Actor;
  step: Step;
  before: Letter;
  letter: Letter;
  taking: Taking;
  due: Clock | undefined;
  now: Now;
}

async function recordStep(tx: Tx, { actor, step, before, letter, taking, due, now }: Trace): Promise<number> {
  const { shows, words } = rowOf(step);
  if (words === "required" && !taking.words?.trim()) throw new Refusal("letters.wordsMissing");
  const told = shows !== "nothing" && !taking.internal && isPublic(letter, before);
  if (told && shows === "words" && taking.words) await refusePersonal(tx, letter, taking.words);
  const topics = [...topicsOf(letter, before, taking.desks ?? []), ...(taking.topics ?? [])];
  // It turned out to be an accusation: what told of it until now is gone before this is said to be done.
  if (isKnown(before) && !isKnown(letter)) afterCommit(tx, () => bridge()?.purge(topics));
  return record(tx, {
    what: `letter.${step}`,
    topics,
    actor,
    as: capacityFor(actor, before, step),
    subject: `letter:${letter.id}`,
    counts: {
      ...(letter.state !== before.state && { to: letter.state }),
      ...(due && { due: (due.working as { dueOn: string }).dueOn }),
      ...(taking.internal && { internal: true }),
      ...taking.counts,
    },
    words: taking.words,
    public: told,
    at: now.at,
    approx: now.approx ?? false,
  });
}

const isKnown = (letter: Letter) => can(nobody, "letter.know", letter);

/** Whoever writes in public must not give away the writer: a number proved by its checksum, their own name or phone. */
async function refusePersonal(tx: Tx, letter: Letter, words: string): Promise<void> {
  const [found] = certainIn(words, await readKnown(tx, letter));
  if (found) throw new Refusal("letters.personalWords", { kind: found });
}

/** Did a step come too late, in whichever words? */
export function isTooLate(error: unknown): boolean {
  return isRefusal(error) && ["letters.tooLate", "letters.overtaken"].includes(error.key);
}

/** The state has moved on; and when it moved under a colleague's hand, whose and when. */
async function tooLate(tx: Tx, actor: Actor, letter: Letter): Promise<Refusal> {
  const moving = allSteps.filter((step) => rowOf(step).to !== "same").map((step) => `letter.${step}`);
  const [last] = await tx
    .select({ at: events.at, personId: events.personId, office: offices.name })
    .from(events)
    .leftJoin(offices, eq(offices.id, events.officeId))
    .where(and(eq(events.subject, `letter:${letter.id}`), inArray(events.what, moving)))
    .orderBy(desc(events.id))
    .limit(1);
  const own = isPerson(actor) && last?.personId === actor.id;
  if (!last?.office || own) return new Refusal("letters.tooLate", { state: letter.state });
  return new Refusal("letters.overtaken", { state: letter.state, office: last.office, at: last.at.getTime() });
}

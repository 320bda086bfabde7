import { hash } from "node:crypto";
import { and, asc, eq, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, eventWords, ledgerFaces, ledgerLeaves } from "#db/schema/index.ts";
import { type Actor, nobody } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { findLetterByNumber, type Letter } from "#domain/letters/letter.ts";
import { isNumber } from "#domain/letters/read-public-letter.ts";
import { isTold, mayReadWords, type Reader } from "#domain/letters/timeline.ts";
import { Refusal } from "#domain/refusal.ts";
import { latestCheckpoint } from "./checkpoints.ts";
import { canonical } from "./entry.ts";
import { readProofs } from "./nodes.ts";
import type { Signer } from "./note.ts";
import { inclusionRuns } from "./tree.ts";

/** One record of a letter with all that is needed to find it in the tree and to see what it says. */
export interface ProvenEvent {
  index: number;
  entry: string;
  /** Base64, from the leaf upwards. */
  proof: string[];
  words?: { text: string; salt: string };
  /** What lies behind an entry that says nothing, for who may read it. */
  opened?: { face: string; salt: string };
}

/** What a writer or a reader keeps: docs/ledger.md. */
export interface LetterLedger {
  checkpoint: string;
  key: string;
  events: ProvenEvent[];
  /** Signed: these are all the records of this letter that this reader may have, so that none can be left out unnoticed. */
  receipt?: string;
}

/**
 * A published letter's part of the ledger, the same for everybody: each step that its timeline tells, those before its
 * publication opened as well, and of the words those that can be read on the page.
 */
export async function readPublicLedger(db: Db, number: string, signer: Signer): Promise<LetterLedger> {
  const letter = await findByNumber(db, number);
  if (!letter || !can(nobody, "letter.know", letter) || letter.publishedAt === null) {
    throw new Refusal("ledger.noSuchLetter");
  }
  return readLedger(db, letter, "everybody", signer);
}

/** The same with everything that this person may read of it. */
export async function readOwnLedger(db: Db, actor: Actor, number: string, signer: Signer): Promise<LetterLedger> {
  const letter = await findByNumber(db, number);
  if (!letter || !can(actor, "letter.read-original", letter)) throw new Refusal("ledger.noSuchLetter");
  return readLedger(db, letter, can(actor, "letter.read-internal", letter) ? "handlers" : "writer", signer);
}

const findByNumber = async (db: Db, number: string) => (isNumber(number) ? findLetterByNumber(db, number) : null);

async function readLedger(db: Db, letter: Letter, reader: Reader, signer: Signer): Promise<LetterLedger> {
  const checkpoint = await latestCheckpoint(db);
  const sealed = checkpoint ? await readSealed(db, letter.id, checkpoint.size) : [];
  const told = sealed.filter((event) => isTold(event, reader));
  if (!checkpoint || told.length === 0) throw new Refusal("ledger.notYet");
  const proofs = await readProofs(
    db,
    told.map(({ index }) => inclusionRuns(index, checkpoint.size)),
  );
  const proven = told.map((event, i) => ({
    index: event.index,
    entry: event.entry,
    proof: proofs[i]!.map((one) => one.toString("base64")),
    ...openedFor(event, letter, reader),
  }));
  const { note, key, size } = checkpoint;
  const file = { checkpoint: note, key, events: proven };
  // A machine that was not given the ledger's key cannot answer for it.
  if (signer.key !== key) return file;
  const address = `${signer.origin}/letters/${letter.number}${reader === "everybody" ? "" : "/act"}`;
  return { ...file, receipt: signer.sign(receiptText(address, size, proven)) };
}

async function readSealed(db: Db, letterId: number, size: number) {
  return db
    .select({
      index: ledgerLeaves.index,
      entry: ledgerLeaves.entry,
      what: events.what,
      counts: events.counts,
      public: events.public,
      topics: events.topics,
      face: ledgerFaces.face,
      faceSalt: ledgerFaces.salt,
      text: eventWords.text,
      salt: eventWords.salt,
      hiddenAt: eventWords.hiddenAt,
    })
    .from(events)
    .innerJoin(ledgerLeaves, eq(ledgerLeaves.index, sql`${events.position} - 1`))
    .leftJoin(ledgerFaces, eq(ledgerFaces.index, ledgerLeaves.index))
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(and(eq(events.subject, `letter:${letterId}`), lt(ledgerLeaves.index, size)))
    .orderBy(asc(ledgerLeaves.index));
}

type SealedEvent = Awaited<ReturnType<typeof readSealed>>[number];

/** The words and the private face of an event, as far as they are this reader's. */
function openedFor(event: SealedEvent, letter: Letter, reader: Reader): Pick<ProvenEvent, "words" | "opened"> {
  const { text, salt, face, faceSalt } = event;
  const own = reader !== "everybody" || can(nobody, "letter.read", letter);
  const opens = face !== null && faceSalt !== null && own && (reader !== "everybody" || bearsItsNumber(event, letter));
  const reads = text !== null && salt !== null && own && mayReadWords(event, reader);
  return { ...(reads && { words: { text, salt } }), ...(opens && { opened: { face, salt: faceSalt } }) };
}

/**
 * What happened before publication is opened with the timeline that tells it; but not what happened while the letter was an
 * accusation, whose events do not bear its number: that it was one is nobody's business.
 */
const bearsItsNumber = ({ topics }: SealedEvent, { number }: Letter) => topics.includes(`letter:${number}`);

/** Not a checkpoint: its third line is a number. */
const receiptText = (address: string, size: number, proven: ProvenEvent[]) =>
  `${address}\n${size}\n${proven.length}\n${hash("sha256", canonical(proven), "base64")}\n`;

import { hash, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";
import type { EventCounts } from "#db/schema/index.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";

/** What the ledger says of an event, in names that are public and stay: no surrogate key of an office or a letter. */
export interface Face {
  position: number;
  what: string;
  topics: string[];
  /** RFC 3339, UTC, milliseconds. */
  at: string;
  office: string | null;
  role: string | null;
  subject: string;
  counts: EventCounts;
  /** SHA-256 of salt‖text in hex: never the words themselves. */
  words: string | null;
}

/** What stands in other tables, under the names that everybody knows. */
export interface Names {
  office: string | null;
  /** The leader's handle: an instruction must not pass from one leader to another unnoticed. */
  leader: string | null;
  letter: string | null;
  words: string | null;
}

export function faceOf(event: StampedEvent, { office, leader, letter, words }: Names): Face {
  const { position, what, topics, at, approx, role, subject, counts } = event;
  return {
    position,
    what,
    topics,
    at: at.toISOString(),
    office,
    role,
    subject: letter === null ? subject : `letter:${letter}`,
    counts: { ...counts, ...(leader !== null && { by: leader }), ...(approx && { approx }) },
    words,
  };
}

export interface Sealed {
  /** The leaf, to the letter. */
  entry: string;
  /** Only of what is not public: what was sealed, and the salt without which nobody can guess it. */
  hidden: { face: string; salt: string } | null;
}

/** Public: the face itself. Not public: that there was something, when, and a hash that says nothing. */
export function seal(face: Face, isPublic: boolean): Sealed {
  if (isPublic) return { entry: canonical(face), hidden: null };
  const hidden = { face: canonical(face), salt: randomBytes(16).toString("hex") };
  const { position, at } = face;
  return { entry: canonical({ position, at, sealed: hash("sha256", hidden.salt + hidden.face) }), hidden };
}

/** RFC 8785. */
export function canonical(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("There is nothing to seal.");
  return text;
}

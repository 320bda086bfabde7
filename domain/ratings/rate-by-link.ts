import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, type Person, readPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { findLetter, type Letter } from "#domain/letters/letter.ts";
import { rateLetter, reopenLetter } from "#domain/letters/rate-letter.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Device } from "./device.ts";
import type { linkRatingInput, linkReopeningInput } from "./input.ts";
import { findRatingLink, type RatingLink, spendRatingLink } from "./links.ts";

/** From where the link was opened. */
interface From {
  device: Device | null;
}

/**
 * The writer judges without signing in: the link of the answer's message stands for them, for one round and one verdict.
 * Whoever is signed in at that browser is looked at all the same.
 */
export async function rateByLink(
  db: Db,
  actor: Actor,
  { token, device, ...verdict }: z.output<typeof linkRatingInput> & From,
  now: Now,
): Promise<Letter> {
  return asWriter(db, token, now, (tx, writer, letterId) =>
    rateLetter(tx, writer, { ...verdict, letterId, device, beside: actor }, now),
  );
}

/** Not solved: the link sends the letter back, once, as its writer could from their own page. */
export async function reopenByLink(
  db: Db,
  actor: Actor,
  { token, device, ...verdict }: z.output<typeof linkReopeningInput> & From,
  now: Now,
): Promise<Letter> {
  return asWriter(db, token, now, (tx, writer, letterId) =>
    reopenLetter(tx, writer, { ...verdict, letterId, device, beside: actor }, now),
  );
}

type Verb = (tx: Tx, writer: Person, letterId: number) => Promise<Letter>;

/** A refusal leaves the link unused. */
async function asWriter(db: Db, token: string, now: Now, judge: Verb): Promise<Letter> {
  return transact(db, async (tx) => {
    const link = await spendRatingLink(tx, token, now);
    if (link) return judge(tx, await writerOf(tx, link), link.letterId);
    const known = await findRatingLink(tx, token);
    throw new Refusal(!known ? "ratings.linkUnknown" : known.usedAt ? "ratings.linkUsed" : "ratings.linkOver");
  });
}

/** The letter's writer without any office they may hold elsewhere; a link of the first round ends with the second. */
async function writerOf(tx: Tx, { letterId, round }: RatingLink): Promise<Person> {
  const letter = await findLetter(tx, letterId);
  const person = letter?.authorId ? await readPerson(tx, letter.authorId) : null;
  if (!person || letter?.round !== round) throw new Refusal("ratings.linkOver");
  return { ...person, grants: [] };
}

import { timingSafeEqual } from "node:crypto";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { letters } from "#db/schema/index.ts";
import { type Person, readPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { keyedHash } from "#domain/people/seal.ts";
import { Refusal } from "#domain/refusal.ts";
import type { lookUpInput } from "./input.ts";
import { queryCodeHash } from "./numbers.ts";

const minutes = 30;

/**
 * Number and query code open a letter without signing in, for half an hour. Returns what the edge keeps for the visitor.
 * A wrong number and a wrong code are told apart by nothing; the edge counts the tries.
 */
export async function lookUpLetter(
  db: Db,
  { number, code }: z.output<typeof lookUpInput>,
  now: Now,
): Promise<{ number: string; pass: string; until: Date }> {
  const [letter] = await db
    .select({ id: letters.id, hash: letters.queryCodeHash })
    .from(letters)
    .where(eq(letters.number, number));
  const given = Buffer.from(queryCodeHash(number, code));
  const kept = Buffer.from(letter?.hash ?? queryCodeHash(number, ""));
  if (given.length !== kept.length || !timingSafeEqual(given, kept) || !letter) throw new Refusal("letters.notOpened");
  const until = new Date(now.at.getTime() + minutes * 60_000);
  const said = `${letter.id}.${until.getTime()}`;
  return { number, pass: `${said}.${signed(said, letter.hash)}`, until };
}

/**
 * Whom such a pass stands for: the letter's writer, without any office they may hold elsewhere, and for this letter alone.
 * A new query code ends all passes given out for the old one.
 */
export async function writerByPass(db: Db, number: string, pass: string, now: Now): Promise<Person> {
  const [id, until, signature] = pass.split(".");
  const [letter] = await db
    .select({ id: letters.id, authorId: letters.authorId, hash: letters.queryCodeHash })
    .from(letters)
    .where(eq(letters.number, number));
  const genuine = letter && String(letter.id) === id && signature === signed(`${id}.${until}`, letter.hash);
  if (!genuine || Number(until) <= now.at.getTime()) throw new Refusal("letters.linkExpired");
  const person = letter.authorId === null ? null : await readPerson(db, letter.authorId);
  if (!person) throw new Refusal("letters.linkExpired");
  return { ...person, grants: [] };
}

const signed = (said: string, codeHash: string) => keyedHash(`letter-pass:${said}:${codeHash}`);

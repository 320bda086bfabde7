import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { z } from "zod";
import { letters, offices, storyLetters, storyOffices } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import { oweAnswer } from "#domain/owed-answers/owe-answer.ts";
import { Refusal } from "#domain/refusal.ts";
import { mostLetters, mostOffices, type storyFields } from "./input.ts";

type Fields = z.output<typeof storyFields>;

/** Everybody may read it: of any other letter a story tells nothing, not even that there is one. */
const isPublic = lettersFor(nobody, "letter.read");

/**
 * Keeps with the draft which letters the story tells of and which offices it names. Where none is named they are those that
 * lead the letters.
 */
export async function keepStory(tx: Tx, postId: number, fields: Fields | undefined): Promise<void> {
  const told = await findLetters(tx, fields?.letters ?? []);
  const named = await findOffices(tx, fields?.offices ?? []);
  const officeIds = named.length > 0 ? named : leadsOf(told);
  if (officeIds.length > mostOffices) throw new Refusal("stories.tooManyOffices", { maximum: mostOffices });
  await tx.delete(storyLetters).where(eq(storyLetters.postId, postId));
  await tx.delete(storyOffices).where(eq(storyOffices.postId, postId));
  if (told.length > 0)
    await tx.insert(storyLetters).values(told.map(({ id }, sort) => ({ postId, letterId: id, sort })));
  if (officeIds.length > 0)
    await tx.insert(storyOffices).values(officeIds.map((officeId, sort) => ({ postId, officeId, sort })));
}

interface Told {
  id: number;
  number: string;
  leadOfficeId: number | null;
}

async function findLetters(tx: Tx, typed: string[]): Promise<Told[]> {
  const numbers = [...new Set(typed.map((number) => number.replace(/^№\s*/u, "").toUpperCase()))];
  if (numbers.length === 0) return [];
  if (numbers.length > mostLetters) throw new Refusal("stories.tooManyLetters", { maximum: mostLetters });
  const found = await tx
    .select({ id: letters.id, number: letters.number, leadOfficeId: letters.leadOfficeId })
    .from(letters)
    .where(and(inArray(letters.number, numbers), isPublic));
  return numbers.map((number) => {
    const letter = found.find((one) => one.number === number);
    if (!letter) throw new Refusal("stories.noSuchLetter", { number });
    return letter;
  });
}

async function findOffices(tx: Tx, typed: string[]): Promise<number[]> {
  if (typed.length === 0) return [];
  const found = await tx
    .select({ id: offices.id, name: offices.name, shortName: offices.shortName, slug: offices.slug })
    .from(offices)
    .where(
      and(
        isNull(offices.closedAt),
        or(inArray(offices.name, typed), inArray(offices.shortName, typed), inArray(offices.slug, typed)),
      ),
    )
    .orderBy(asc(offices.id));
  const ids = typed.map((name) => {
    const office =
      found.find((one) => one.name === name) ?? found.find((one) => one.shortName === name || one.slug === name);
    if (!office) throw new Refusal("stories.noSuchOffice", { name });
    return office.id;
  });
  return [...new Set(ids)];
}

const leadsOf = (told: Told[]) => [...new Set(told.flatMap(({ leadOfficeId }) => leadOfficeId ?? []))];

/** A story that goes out tells of letters that everybody may still read, and names who is meant. */
export async function checkStory(tx: Tx, postId: number): Promise<void> {
  const told = await tx
    .select({ number: letters.number })
    .from(storyLetters)
    .innerJoin(letters, eq(letters.id, storyLetters.letterId))
    .where(eq(storyLetters.postId, postId));
  if (told.length === 0) throw new Refusal("stories.noLetters");
  const open = await tx
    .select({ number: letters.number })
    .from(storyLetters)
    .innerJoin(letters, eq(letters.id, storyLetters.letterId))
    .where(and(eq(storyLetters.postId, postId), isPublic));
  const gone = told.find(({ number }) => !open.some((letter) => letter.number === number));
  if (gone) throw new Refusal("stories.noSuchLetter", gone);
  const named = await tx.$count(storyOffices, eq(storyOffices.postId, postId));
  if (named === 0) throw new Refusal("stories.noOffices");
}

/** From its publication on each office that an exposure names owes an answer in public. */
export async function oweResponses(tx: Tx, postId: number, now: Now): Promise<void> {
  const named = await tx
    .select({ officeId: storyOffices.officeId })
    .from(storyOffices)
    .where(eq(storyOffices.postId, postId))
    .orderBy(asc(storyOffices.sort));
  for (const { officeId } of named) await oweAnswer(tx, { what: "story", postId, officeId }, now);
}

/** The letters whose pages lead to the story from now on. */
export async function lettersTold(tx: Tx, postId: number): Promise<string[]> {
  const told = await tx
    .select({ number: letters.number })
    .from(storyLetters)
    .innerJoin(letters, eq(letters.id, storyLetters.letterId))
    .where(eq(storyLetters.postId, postId));
  return told.map(({ number }) => `letter:${number}`);
}

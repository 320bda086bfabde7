import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { wordsInput } from "./input.ts";
import type { Letter } from "./letter.ts";
import { takeStep } from "./take-step.ts";

type Words = z.output<typeof wordsInput>;

/** How far it has come: everybody reads it, the writer first. */
export async function reportProgress(db: Db, actor: Actor, { letterId, words }: Words, now: Now): Promise<Letter> {
  return (await takeStep(db, actor, letterId, "progress", now, { words })).letter;
}

/** A word among those who handle it: never public, and no progress. */
export async function noteInternally(db: Db, actor: Actor, { letterId, words }: Words, now: Now): Promise<Letter> {
  return (await takeStep(db, actor, letterId, "note", now, { words })).letter;
}

/** What came of it after the answer. */
export async function followUp(db: Db, actor: Actor, { letterId, words }: Words, now: Now): Promise<Letter> {
  return (await takeStep(db, actor, letterId, "followUp", now, { words })).letter;
}

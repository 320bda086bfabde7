import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import type { consentInput, letterOnly } from "./input.ts";
import type { Letter } from "./letter.ts";
import { makeQueryCode, queryCodeHash } from "./numbers.ts";
import { takeStep } from "./take-step.ts";

/**
 * The comment's author makes the letter their own: from now on they supply, urge, judge and reopen, and say who sees it.
 * They get the query code that the number alone does not give; closing it to the handlers takes the text off the web.
 */
export async function consentToLetter(
  db: Db,
  actor: Actor,
  input: z.output<typeof consentInput>,
  now: Now,
): Promise<{ letter: Letter; queryCode: string }> {
  const queryCode = makeQueryCode();
  const { letter } = await takeStep(db, actor, input.letterId, "consent", now, (_, before) => {
    if (before.authorId !== null) throw new Refusal("letters.consentGiven");
    const visibility = before.kind === "accusation" ? ("handlers" as const) : input.visibility;
    return {
      change: {
        authorId: before.comment!.authorId,
        visibility,
        consentDeclinedAt: null,
        queryCodeHash: queryCodeHash(before.number, queryCode),
        ...(visibility === "handlers" && { publishedAt: null }),
      },
    };
  });
  return { letter, queryCode };
}

/** The comment's author wants nothing to do with it: the office that took it up stays the letter's source. */
export async function declineLetter(
  db: Db,
  actor: Actor,
  input: z.output<typeof letterOnly>,
  now: Now,
): Promise<Letter> {
  const { letter } = await takeStep(db, actor, input.letterId, "decline", now, (_, before) => {
    if (before.authorId !== null) throw new Refusal("letters.consentGiven");
    return { change: { consentDeclinedAt: now.at } };
  });
  return letter;
}

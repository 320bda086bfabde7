import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, nobody } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import { hideWords } from "./hidden-words.ts";
import type { consentInput, letterOnly } from "./input.ts";
import type { Letter } from "./letter.ts";
import { makeQueryCode, queryCodeHash } from "./numbers.ts";
import { takeStep } from "./take-step.ts";
import { topicsOf } from "./topics.ts";

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
  return transact(db, async (tx) => {
    const queryCode = makeQueryCode();
    let wasPublic = false;
    const { letter } = await takeStep(tx, actor, input.letterId, "consent", now, (_, before) => {
      if (before.authorId !== null) throw new Refusal("letters.consentGiven");
      wasPublic = can(nobody, "letter.read", before);
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
    if (wasPublic && letter.publishedAt === null) await takeOffTheWeb(tx, actor, letter, now);
    return { letter, queryCode };
  });
}

/** An event of its own: pages that show the text are thrown away by its name and never served stale. */
export async function takeOffTheWeb(tx: Tx, actor: Actor, letter: Letter, now: Now): Promise<void> {
  await hideWords(tx, letter.id, now.at);
  await record(tx, {
    what: "letter.unpublish",
    topics: [...topicsOf(letter, letter, []), "home"],
    actor,
    as: { role: "author" },
    subject: `letter:${letter.id}`,
    public: true,
    at: now.at,
  });
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

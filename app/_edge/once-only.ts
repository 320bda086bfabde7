import { createHash } from "node:crypto";
import type { Db } from "#db/client.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { answerOnce } from "#domain/requests.ts";

/** So long the same form with the same words is a second click, and not a second wish. */
const minutes = 10;

/**
 * For forms that would otherwise say a thing twice: the second click does nothing and gets the first one's answer. Not for
 * what can be taken back and done again with the same words.
 */
export async function onceOnly<Answer extends object>(
  db: Db,
  actor: Actor,
  what: string,
  input: unknown,
  now: Now,
  act: (tx: Db) => Promise<Answer>,
): Promise<Answer> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  const bodyHash = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  return answerOnce(db, { personId: actor.id, key: `${what} ${bodyHash}`, bodyHash, minutes }, now, act);
}

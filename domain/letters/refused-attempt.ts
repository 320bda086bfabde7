import type { Db } from "#db/client.ts";
import { transact, whateverHappens } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { isRefusal } from "#domain/refusal.ts";

/**
 * Some attempts must leave a trace although they are refused: the accused given their own accusation, an office rating
 * itself. The refusal undoes everything else, whoever opened the transaction: the trace has one of its own, after it.
 */
export async function recordingAttempts<T>(
  db: Db,
  actor: Actor,
  letterId: number,
  now: Now,
  keys: readonly string[],
  attempt: () => Promise<T>,
): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (isRefusal(error) && keys.includes(error.key)) {
      await recordAttempt(db, actor, letterId, error.key, now);
    }
    throw error;
  }
}

/** Nobody but those who handle the letter ever reads it: no topic is stirred. */
export async function recordAttempt(db: Db, actor: Actor, letterId: number, refused: string, now: Now): Promise<void> {
  const attempt = {
    what: "letter.attempt",
    topics: [],
    actor,
    as: { role: isPerson(actor) ? (actor.grants[0]?.role ?? ("citizen" as const)) : ("clock" as const) },
    subject: `letter:${letterId}`,
    counts: { refused },
    public: false,
    at: now.at,
  };
  await whateverHappens(db, (root) => transact(root, (tx) => record(tx, attempt)));
}

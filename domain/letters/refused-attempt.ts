import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { isRefusal } from "#domain/refusal.ts";

/**
 * Some attempts must leave a trace although they are refused: the accused given their own accusation, an office rating
 * itself. The refusal undoes everything else, so that the trace has a transaction of its own.
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
      await transact(db, (tx) =>
        record(tx, {
          what: "letter.attempt",
          topics: [],
          actor,
          as: { role: isPerson(actor) ? (actor.grants[0]?.role ?? "citizen") : "clock" },
          subject: `letter:${letterId}`,
          counts: { refused: error.key },
          public: false,
          at: now.at,
        }),
      );
    }
    throw error;
  }
}

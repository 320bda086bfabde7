import type { Db } from "#db/client.ts";
import { transact, whateverHappens } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { isKeptOut } from "#domain/access/to-letters.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { isRefusal } from "#domain/refusal.ts";
import type { Letter } from "./letter.ts";

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

/**
 * Recusal (arts. 18, 28): staff who are accused in a letter, or wrote it, and still reach for it are told what everybody is
 * told, and those who handle it read that they tried.
 */
export async function recordIfKeptOut(db: Db, actor: Actor, letter: Letter, refused: string, now: Now): Promise<void> {
  if (isPerson(actor) && actor.staff && isKeptOut(actor, letter)) {
    await recordAttempt(db, actor, letter.id, refused, now);
  }
}

/** Nobody but those who handle the letter ever reads it: no topic is stirred. */
async function recordAttempt(db: Db, actor: Actor, letterId: number, refused: string, now: Now): Promise<void> {
  const grant = isPerson(actor) ? actor.grants[0] : undefined;
  const role = grant?.role ?? (isPerson(actor) ? ("citizen" as const) : ("clock" as const));
  const attempt = {
    what: "letter.attempt",
    topics: [],
    actor,
    as: { role, officeId: grant?.officeId ?? null, leaderId: grant?.leaderId ?? null },
    subject: `letter:${letterId}`,
    counts: { refused },
    public: false,
    at: now.at,
  };
  await whateverHappens(db, (root) => transact(root, (tx) => record(tx, attempt)));
}

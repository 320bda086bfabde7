import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { letters } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, nobody } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { findRegion } from "#domain/letters/find-mailbox.ts";
import { findLetterByNumber, type Letter, lockLetter } from "#domain/letters/letter.ts";
import { topicsOf } from "#domain/letters/topics.ts";
import { Refusal } from "#domain/refusal.ts";
import type { holdInput, releaseInput } from "./input.ts";

/** Keeps name and contacts of a letter beyond their time, for a reason that stands in its record: a lawsuit, an audit. */
export async function holdLetter(db: Db, actor: Actor, input: z.output<typeof holdInput>, now: Now): Promise<void> {
  await change(db, actor, input.number, now, true, input.words);
}

/** The reason is over: the schedule goes on as if it had never stopped. */
export async function releaseLetter(
  db: Db,
  actor: Actor,
  input: z.output<typeof releaseInput>,
  now: Now,
): Promise<void> {
  await change(db, actor, input.number, now, false);
}

async function change(db: Db, actor: Actor, number: string, now: Now, held: boolean, words?: string): Promise<void> {
  await transact(db, async (tx) => {
    authorize(actor, "platform.administer", await findRegion(tx, ""));
    const letter = await lockKnown(tx, number);
    if (letter.retentionHold === held) throw new Refusal(held ? "retention.heldAlready" : "retention.notHeld");
    await tx.update(letters).set({ retentionHold: held }).where(eq(letters.id, letter.id));
    await record(tx, {
      what: held ? "letter.hold" : "letter.release",
      topics: topicsOf(letter, letter, []),
      actor,
      as: { role: "administrator" },
      subject: `letter:${letter.id}`,
      words,
      public: false,
      at: now.at,
    });
  });
}

/** An administrator handles no letter: of an accusation they are not told that there is one. */
async function lockKnown(tx: Tx, number: string): Promise<Letter> {
  const found = await findLetterByNumber(tx, number);
  const letter = found && (await lockLetter(tx, found.id));
  if (!letter || !can(nobody, "letter.know", letter)) throw new Refusal("letters.missing");
  return letter;
}

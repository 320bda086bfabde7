import { sql } from "drizzle-orm";
import { comments, letters } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Capacity, record } from "#domain/events/record.ts";
import { startClock } from "./clocks.ts";
import { findLetter, type Letter } from "./letter.ts";
import { makeQueryCode, nextNumber, queryCodeHash } from "./numbers.ts";
import { topicsOf } from "./topics.ts";

type Written = Omit<typeof letters.$inferInsert, "number" | "queryCodeHash" | "postId" | "sentAt" | "approx" | "state">;

export interface Made {
  letter: Letter;
  /** Told once, to the writer; only its hash is kept. */
  queryCode: string;
  eventId: number;
}

/** A letter begins: number and query code at once, and the time to accept it runs. */
export async function makeLetter(
  tx: Tx,
  actor: Actor,
  step: "send" | "enter" | "convert",
  as: Capacity,
  written: Written,
  now: Now,
): Promise<Made> {
  const number = await nextNumber(tx, now);
  const queryCode = makeQueryCode();
  const [row] = await tx
    .insert(letters)
    .values({
      ...written,
      postId: sql`(select c.post_id from ${comments} c where c.id = ${written.commentId ?? null})`,
      number,
      queryCodeHash: queryCodeHash(number, queryCode),
      sentAt: now.at,
      approx: now.approx ?? false,
    })
    .returning({ id: letters.id });
  const letter = (await findLetter(tx, row!.id))!;
  const clock = await startClock(tx, letter, "accept", now);
  const eventId = await record(tx, {
    what: `letter.${step}`,
    // New in the lists although its text is not public yet: number, mailbox, state and lamp are.
    topics: topicsOf(letter, { ...letter, state: "withdrawn" }, []),
    actor,
    as,
    subject: `letter:${letter.id}`,
    counts: {
      to: "submitted",
      via: letter.via,
      due: (clock.working as { dueOn: string }).dueOn,
      ...(letter.kind !== "accusation" && letter.comment && { number, comment: letter.comment.id }),
    },
    // That a comment was taken up is a moderator's act: it stands in the public log.
    public: step === "convert" && letter.kind !== "accusation",
    at: now.at,
    approx: now.approx ?? false,
  });
  return { letter, queryCode, eventId };
}

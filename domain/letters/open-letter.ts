import { and, eq, gte } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { events } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import { startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { markRead } from "#domain/notices/mark-read.ts";
import { Refusal } from "#domain/refusal.ts";
import { leaderLooking } from "./capacity.ts";
import { readKnown } from "./contact.ts";
import type { letterOnly } from "./input.ts";
import { findLetter, findLetterByNumber, type Letter } from "./letter.ts";
import { type LetterForPerson, readLetterFor } from "./read-letter-for.ts";
import { isNumber } from "./read-public-letter.ts";
import { recordIfKeptOut } from "./refused-attempt.ts";

/**
 * Opens a letter on somebody's desk. Each reading of an original by whoever is not its writer leaves an event, once a day;
 * a leader's under their position (批阅轨迹). Whatever they were told of the letter is read by this.
 */
export async function openLetter(db: Db, actor: Actor, number: string, now: Now): Promise<LetterForPerson | null> {
  const found = await readLetterFor(db, actor, number, now);
  if (!isPerson(actor)) return found;
  if (!found) {
    const closed = isNumber(number) ? await findLetterByNumber(db, number) : null;
    if (closed) await recordIfKeptOut(db, actor, closed, "letters.missing", now);
    return null;
  }
  await markRead(db, actor, found.id, now);
  if (!found.isAuthor) await recordOpening(db, actor, found.id, now);
  return found;
}

async function recordOpening(db: Db, actor: Person, letterId: number, now: Now): Promise<void> {
  const today = and(
    eq(events.subject, `letter:${letterId}`),
    eq(events.what, "letter.opened"),
    eq(events.personId, actor.id),
    gte(events.at, startOf(now.today)),
  );
  const [already] = await db.select({ id: events.id }).from(events).where(today).limit(1);
  if (!already) await transact(db, (tx) => recordReading(tx, actor, letterId, "letter.opened", now));
}

/** Name and telephone of the writer, for those who have to reach them. Each reading leaves an event. */
export async function readContact(
  db: Db,
  actor: Actor,
  { letterId }: z.output<typeof letterOnly>,
  now: Now,
): Promise<{ name: string | null; phone: string | null }> {
  return transact(db, async (tx) => {
    const letter: Letter | null = await findLetter(tx, letterId);
    if (!letter || !can(actor, "letter.read-original", letter)) throw new Refusal("letters.missing");
    authorize(actor, "letter.read-contact", letter);
    await recordReading(tx, actor, letterId, "letter.readContact", now);
    const { name = null, phone = null } = await readKnown(tx, letter);
    return { name, phone };
  });
}

/** Private: it says who looked, to those who may ask. */
async function recordReading(tx: Tx, actor: Actor, letterId: number, what: string, now: Now): Promise<void> {
  const grant = isPerson(actor) ? actor.grants.find(({ leaderId }) => leaderId === null) : undefined;
  const letter = (await findLetter(tx, letterId))!;
  await record(tx, {
    what,
    topics: [],
    actor,
    as: leaderLooking(actor, letter) ?? { role: grant?.role ?? "citizen", officeId: grant?.officeId ?? null },
    subject: `letter:${letterId}`,
    public: false,
    at: now.at,
  });
}

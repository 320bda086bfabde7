import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { offices, roles } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { readPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { findLetter, type Letter } from "#domain/letters/letter.ts";
import { ofLetter, tell } from "./tell.ts";

/**
 * For the relay: a date that was counted anew is told to both sides, its writer and those who work on it in the office
 * whose clock it is. In the app alone: a notice of the State Council moves many dates at once.
 */
export async function tellRecounts(db: Db, events: readonly StampedEvent[]): Promise<void> {
  for (const event of events) {
    if (event.what !== "letter.recount" || event.counts.from === event.counts.due) continue;
    const letter = await findLetter(db, Number(event.subject.replace("letter:", "")));
    if (!letter) continue;
    for (const personId of await concerned(db, letter, event.counts.office)) {
      await tellOne(db, event, letter, personId);
    }
  }
}

async function concerned(db: Db, letter: Letter, office: unknown): Promise<number[]> {
  const held = await db
    .selectDistinct({ personId: roles.personId })
    .from(roles)
    .innerJoin(offices, eq(offices.id, roles.officeId))
    .where(
      and(
        eq(offices.slug, String(office ?? "")),
        inArray(roles.role, ["handler", "operator"]),
        isNull(roles.revokedAt),
      ),
    );
  return [...new Set([letter.authorId, ...held.map(({ personId }) => personId)])].filter((id) => id !== null);
}

/** Nobody is told of what they may not see, and nobody twice. */
async function tellOne(db: Db, event: StampedEvent, letter: Letter, personId: number): Promise<void> {
  const person = await readPerson(db, personId);
  if (!person || !can(person, "letter.read-original", letter)) return;
  const kind = personId === letter.authorId ? "own" : "desk";
  const telling = { ...ofLetter(event, letter.id), what: event.what, kind, inAppOnly: true } as const;
  const now = await readNow(db);
  await transact(db, (tx) => tell(tx, telling, [personId], now));
}

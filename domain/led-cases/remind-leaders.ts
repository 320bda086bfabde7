import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { caseLooks, ledCases, letterState, letters, roles } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock, readPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { findLetter, type Letter } from "#domain/letters/letter.ts";
import { isOpen } from "#domain/letters/step-states.ts";
import { ofLetter, tell } from "#domain/notices/tell.ts";

/** For the timetable: the day of a look into a led case has come, and whoever holds the position is told, once a look. */
export async function remindLeaders(db: Db, now: Now): Promise<number> {
  const due = await db
    .select({ id: caseLooks.id, dueOn: caseLooks.dueOn, letterId: ledCases.letterId, leaderId: ledCases.leaderId })
    .from(caseLooks)
    .innerJoin(ledCases, eq(ledCases.id, caseLooks.caseId))
    .innerJoin(letters, eq(letters.id, ledCases.letterId))
    .where(
      and(
        isNull(caseLooks.lookedAt),
        isNull(caseLooks.remindedAt),
        lte(caseLooks.dueOn, now.today),
        inArray(letters.state, letterState.enumValues.filter(isOpen)),
      ),
    )
    .orderBy(asc(caseLooks.dueOn), asc(caseLooks.id));
  for (const look of due) await transact(db, (tx) => remind(tx, look, now));
  return due.length;
}

interface Look {
  id: number;
  dueOn: string;
  letterId: number;
  leaderId: number;
}

async function remind(tx: Tx, { id, dueOn, letterId, leaderId }: Look, now: Now): Promise<void> {
  const [first] = await tx
    .update(caseLooks)
    .set({ remindedAt: now.at })
    .where(and(eq(caseLooks.id, id), isNull(caseLooks.remindedAt)))
    .returning({ id: caseLooks.id });
  const letter = await findLetter(tx, letterId);
  if (!first || !letter) return;
  const holders = await holdersOf(tx, leaderId, letter);
  const eventId = await record(tx, {
    what: "letter.lookDue",
    topics: [],
    actor: clock,
    as: { role: "clock", leaderId },
    subject: `letter:${letterId}`,
    counts: { due: dueOn },
    public: false,
    at: now.at,
  });
  const telling = { ...ofLetter({ id: eventId, at: now.at }, letterId), what: "letter.lookDue", asks: true } as const;
  await tell(tx, { ...telling, kind: "desk" }, holders, now);
}

/** Nobody is told of what they may not see. */
async function holdersOf(tx: Tx, leaderId: number, letter: Letter): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ personId: roles.personId })
    .from(roles)
    .where(and(eq(roles.leaderId, leaderId), isNull(roles.revokedAt)));
  const people = await Promise.all(rows.map(({ personId }) => readPerson(tx, personId)));
  return people.flatMap((person) => (person && can(person, "letter.read-internal", letter) ? [person.id] : []));
}

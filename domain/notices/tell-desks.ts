import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, people, roles } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Person, readPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { findLetter, type Letter } from "#domain/letters/letter.ts";
import { type Beside, deskRow, lookBeside } from "./desk-told.ts";
import { ofLetter, tell } from "./tell.ts";

/**
 * For the relay: whoever has work with a letter is told of what concerns their part in it, and nobody of what they may not
 * read: an accusation never reaches the accused (《信访工作条例》 arts. 30, 46).
 */
export async function tellDesks(db: Db, events: readonly StampedEvent[]): Promise<void> {
  for (const event of events) {
    const row = deskRow(event.what);
    const letter = row && (await findLetter(db, Number(event.subject.replace("letter:", ""))));
    if (!row || !letter || (await isOfOldPapers(db, letter))) continue;
    const beside = await lookBeside(db, letter, event);
    if (row.when && !row.when(beside)) continue;
    const concerned = await concernedIn(db, beside);
    const whom = concerned.filter((person) => row.whom(person, beside) && can(person, "letter.read-original", letter));
    const telling = { ...ofLetter(event, letter.id), what: event.what, kind: "desk", asks: row.asks ?? false } as const;
    const now = await readNow(db);
    await transact(db, (tx) =>
      tell(
        tx,
        telling,
        whom.map(({ id }) => id),
        now,
      ),
    );
  }
}

/** What was copied from old papers is no news to those who work today. */
async function isOfOldPapers(db: Db, { authorId }: Letter): Promise<boolean> {
  if (authorId === null) return false;
  const [author] = await db.select({ historical: people.historical }).from(people).where(eq(people.id, authorId));
  return author?.historical ?? false;
}

/** Everybody with a role where the letter is, but for whoever took the step. Which of them is told, the row says. */
async function concernedIn(db: Db, { letter, event, order }: Beside): Promise<Person[]> {
  const { leadOfficeId, assistingOfficeIds, reviewOfficeId, mailbox } = letter;
  const officeIds = [leadOfficeId, reviewOfficeId, mailbox.officeId, order?.byOfficeId, order?.toOfficeId];
  const near = [...officeIds.filter((id) => id != null), ...assistingOfficeIds];
  const rows = await db
    .selectDistinct({ personId: roles.personId })
    .from(roles)
    .leftJoin(leaders, eq(leaders.id, roles.leaderId))
    .leftJoin(offices, sql`${offices.id} = coalesce(${roles.officeId}, ${leaders.officeId})`)
    .where(
      and(
        isNull(roles.revokedAt),
        event.personId === null ? undefined : ne(roles.personId, event.personId),
        or(
          inArray(offices.id, near),
          and(eq(roles.role, "triage"), inArray(roles.regionId, mailbox.lineage)),
          and(eq(roles.role, "supervisor"), inArray(offices.regionId, mailbox.lineage)),
        ),
      ),
    );
  const found: (Person | null)[] = [];
  for (const { personId } of rows) found.push(await readPerson(db, personId));
  return found.filter((person) => person !== null);
}

import { and, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, type LetterKind, type LetterState, letters, notices } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { isOpen } from "./step-states.ts";
import { type ClockLight, clocksOf, lightOfClock, officeClockOf, type Turn, turnOf } from "./times.ts";

export interface MyLetter {
  id: number;
  number: string;
  title: string;
  kind: LetterKind;
  state: LetterState;
  sentAt: Date;
  /** Told of and not yet looked at. */
  unread: number;
  /** A comment of theirs that an office took up: they are asked to be its writer. */
  awaitsConsent: boolean;
  turn: Turn | null;
  light: ClockLight | null;
  postId: number | null;
}

export interface MyPage {
  letters: MyLetter[];
  next: number | null;
}

const pageLength = 20;

/** The letters a person has written, and those made of their comments that wait for their word: unread first, then newest. */
export async function listMyLetters(db: Db, person: Person, after: number | null, now: Now): Promise<MyPage> {
  const unread = unreadOf(person);
  const rows = await db
    .select({
      id: letters.id,
      number: letters.number,
      title: letters.title,
      kind: letters.kind,
      state: letters.state,
      sentAt: letters.sentAt,
      authorId: letters.authorId,
      unread: sql<number>`${unread}::int`,
      postId: comments.postId,
    })
    .from(letters)
    .leftJoin(comments, eq(comments.id, letters.commentId))
    .where(and(ownedBy(person), after === null ? undefined : beyond(person, after)))
    .orderBy(desc(sql`${unread} > 0`), desc(letters.id))
    .limit(pageLength + 1);
  const page = rows.slice(0, pageLength);
  const times =
    page.length > 0
      ? await clocksOf(
          db,
          page.map(({ id }) => id),
        )
      : new Map();
  return {
    letters: page.map(({ authorId, ...row }) => {
      const own = times.get(row.id) ?? [];
      const clock = officeClockOf(own);
      const awaitsConsent = authorId === null && isOpen(row.state);
      return { ...row, awaitsConsent, turn: turnOf(own), light: clock ? lightOfClock(clock, now) : null };
    }),
    next: rows.length > pageLength ? page.at(-1)!.id : null,
  };
}

const unreadOf = (person: Person): SQL =>
  sql`(select count(*) from ${notices} where ${notices.letterId} = ${letters.id}
    and ${notices.personId} = ${person.id} and ${notices.readAt} is null)`;

/** Declined ones are nobody's here any more. */
const ownedBy = (person: Person): SQL =>
  or(
    eq(letters.authorId, person.id),
    and(isNull(letters.authorId), isNull(letters.consentDeclinedAt), eq(comments.authorId, person.id)),
  )!;

/** The cursor's row may have been read in between: its key is looked up as it is now. */
const beyond = (person: Person, after: number): SQL =>
  sql`(${unreadOf(person)} > 0, ${letters.id}) < (
    (select count(*) from ${notices} n where n.letter_id = ${after} and n.person_id = ${person.id} and n.read_at is null) > 0, ${after})`;

import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import {
  claims,
  clocks,
  type LetterKind,
  type LetterState,
  type LetterVia,
  leaders,
  letterOffices,
  letters,
  mailboxes,
  offices,
  people,
} from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { burning, lampClocks } from "./lamps.ts";
import type { Place } from "./timeline.ts";
import { type ClockLight, clocksOf, lightOfClock, officeClockOf, type Turn, turnOf } from "./times.ts";

/** A letter in a queue, as those who handle it see it. */
export interface DeskRow {
  id: number;
  number: string;
  title: string;
  body: string;
  kind: LetterKind;
  state: LetterState;
  via: LetterVia;
  sentAt: Date;
  mailbox: { slug: string; leader: { handle: string; title: string; titleEn: string | null } | null; office: Place };
  nickname: string | null;
  place: string;
  lead: Place | null;
  assisting: Place[];
  hops: number;
  urges: number;
  public: boolean;
  demo: boolean;
  light: ClockLight | null;
  turn: Turn | null;
  claim: { nickname: string; at: Date; personId: number } | null;
}

const lead = alias(offices, "lead");
const claimant = alias(people, "claimant");

/**
 * The order of every queue: what is due first, at the same hour what was urged most. What no clock presses comes last.
 * A number compares exactly where an instant that went through JavaScript would have lost its microseconds.
 */
export const queueOrder = {
  due: sql<number>`coalesce(extract(epoch from ${clocks.dueAt}), 'infinity'::float8)`,
  urges: sql<number>`-${letters.urges}`,
};

/** Letters that a condition names, oldest due first, after the one at which the page before ended. */
export async function readDeskRows(
  db: Db,
  where: SQL,
  after: number | null,
  limit: number,
  now: Now,
): Promise<DeskRow[]> {
  const rows = await selectRows(db)
    .where(and(where, after === null ? undefined : beyond(after)))
    .orderBy(queueOrder.due, queueOrder.urges, asc(letters.id))
    .limit(limit);
  const ids = rows.map(({ id }) => id);
  const [times, assisting] = await Promise.all([
    ids.length > 0 ? clocksOf(db, ids) : new Map(),
    readAssisting(db, ids),
  ]);
  return rows.map(({ slug, leader, office, claimedBy, claimedAt, claimedById, ...row }) => {
    const own = times.get(row.id) ?? [];
    const clock = officeClockOf(own);
    return {
      ...row,
      mailbox: { slug, leader, office },
      assisting: assisting.get(row.id) ?? [],
      light: clock ? lightOfClock(clock, now) : null,
      turn: turnOf(own),
      claim:
        claimedBy && claimedAt && claimedById ? { nickname: claimedBy, at: claimedAt, personId: claimedById } : null,
    };
  });
}

/** Looks up the sort key of the row the cursor names: addresses hold an id and nothing that grows old. */
const beyond = (after: number): SQL =>
  sql`(${queueOrder.due}, ${queueOrder.urges}, ${letters.id}) > (
    select coalesce(extract(epoch from c.due_at), 'infinity'::float8), -l.urges, l.id from ${letters} l
    left join ${clocks} c on c.letter_id = l.id and c.stopped_at is null and c.office_id is not null
      and ${inArray(sql`c.what`, lampClocks)}
    where l.id = ${after})`;

const selectRows = (db: Db) =>
  db
    .select({
      id: letters.id,
      number: letters.number,
      title: letters.title,
      body: letters.body,
      kind: letters.kind,
      state: letters.state,
      via: letters.via,
      sentAt: letters.sentAt,
      place: letters.place,
      hops: letters.hops,
      urges: letters.urges,
      demo: letters.demo,
      public: sql<boolean>`${letters.publishedAt} is not null and ${letters.hiddenAt} is null`,
      nickname: people.nickname,
      slug: mailboxes.slug,
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      lead: { slug: lead.slug, name: lead.name, nameEn: lead.nameEn },
      claimedBy: claimant.nickname,
      claimedById: claims.personId,
      claimedAt: claims.at,
    })
    .from(letters)
    .innerJoin(mailboxes, eq(mailboxes.id, letters.mailboxId))
    .innerJoin(offices, eq(offices.id, mailboxes.officeId))
    .leftJoin(leaders, eq(leaders.id, mailboxes.leaderId))
    .leftJoin(lead, eq(lead.id, letters.leadOfficeId))
    .leftJoin(people, eq(people.id, letters.authorId))
    .leftJoin(clocks, and(eq(clocks.letterId, letters.id), burning))
    .leftJoin(claims, eq(claims.subject, sql`'letter:' || ${letters.id}`))
    .leftJoin(claimant, eq(claimant.id, claims.personId))
    .$dynamic();

async function readAssisting(db: Db, ids: number[]): Promise<Map<number, Place[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ letterId: letterOffices.letterId, slug: offices.slug, name: offices.name, nameEn: offices.nameEn })
    .from(letterOffices)
    .innerJoin(offices, eq(offices.id, letterOffices.officeId))
    .where(
      and(inArray(letterOffices.letterId, ids), isNull(letterOffices.untilAt), eq(letterOffices.part, "assisting")),
    )
    .orderBy(asc(letterOffices.id));
  const places = new Map<number, Place[]>();
  for (const { letterId, ...place } of rows) places.set(letterId, [...(places.get(letterId) ?? []), place]);
  return places;
}

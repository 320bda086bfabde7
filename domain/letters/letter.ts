import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { comments, ledCases, letterOffices, letters, mailboxes, offices, posts, regions } from "#db/schema/index.ts";
import { prepared, type Tx } from "#db/transact.ts";
import type { LetterFacts } from "#domain/access/to-letters.ts";

type Row = typeof letters.$inferSelect;

/** A letter with all that rights on it, its clocks and its topics depend on. */
export interface Letter extends Row, LetterFacts {
  mailbox: LetterFacts["mailbox"] & { slug: string };
  comment: (NonNullable<LetterFacts["comment"]> & { id: number; postId: number }) | null;
  /** Triage offices from the mailbox's region upwards: the nearest first. */
  triage: { officeId: number; regionId: number }[];
  /** Slugs of the offices that have or had to do with it: their desks are told. */
  desks: string[];
  /** The number of the letter it was merged into. */
  hostNumber: string | null;
}

/** Locks the letter, so that of two who act at once the second sees what the first has done. */
export async function lockLetter(tx: Tx, letterId: number): Promise<Letter | null> {
  const locked = await prepared(tx, letterLock).execute({ letterId });
  // A statement of its own: only it sees what the one who held the lock has written to other tables.
  return locked.length === 0 ? null : findLetter(tx, letterId);
}

export async function findLetter(db: Db, letterId: number): Promise<Letter | null> {
  const [row] = await prepared(db, letterById).execute({ letterId });
  return row ? letterOf(row) : null;
}

export async function findLetterByNumber(db: Db, number: string): Promise<Letter | null> {
  const [row] = await selectLetters(db).where(eq(letters.number, number));
  return row ? letterOf(row) : null;
}

const kept = alias(offices, "kept");
const accused = alias(offices, "accused");
const streamOffice = alias(offices, "stream_office");
const streamRegion = alias(regions, "stream_region");

/** Which offices assist a letter now: its own, and those that have the letter it was merged into. */
const assisting = sql<number[]>`array(select distinct ${letterOffices.officeId}::int from ${letterOffices}
  where ${letterOffices.letterId} in (${letters.id}, ${letters.mergedInto}) and ${letterOffices.untilAt} is null
    and (${letterOffices.part} = 'assisting' or ${letterOffices.letterId} = ${letters.mergedInto}))`;

const hostNumber = sql<string | null>`(select h.number from letters h where h.id = ${letters.mergedInto})`;

/** Whose own case it is now. */
const ledBy = sql<number | null>`(select ${ledCases.leaderId}::int from ${ledCases}
  where ${ledCases.letterId} = ${letters.id} and ${ledCases.untilAt} is null)`;

const triage = sql<Letter["triage"]>`(select coalesce(
    json_agg(json_build_object('officeId', t.id, 'regionId', t.region_id) order by array_position(${regions.lineage}, t.region_id) desc), '[]')
  from ${offices} t where t.triages and t.closed_at is null and t.region_id = any(${regions.lineage}))`;

/** The accused office's desk hears nothing of it, not even that something happened. */
const desks = sql<string[]>`array(select o.slug from ${offices} o
  where o.id is distinct from ${letters.accusedOfficeId} and (o.id = ${mailboxes.officeId}
    or o.id in (select ${letterOffices.officeId} from ${letterOffices} where ${letterOffices.letterId} = ${letters.id})
    or (o.triages and o.region_id = any(${regions.lineage}))))`;

export const selectLetters = (db: Db) =>
  db
    .select({
      ...getTableColumns(letters),
      assistingOfficeIds: assisting,
      accusedTriageRegionId: sql<number | null>`case when ${accused.triages} then ${accused.regionId}::int end`,
      ledByLeaderId: ledBy,
      triage,
      desks,
      hostNumber,
      slug: mailboxes.slug,
      officeId: mailboxes.officeId,
      leaderId: mailboxes.leaderId,
      lineage: regions.lineage,
      commentAuthorId: comments.authorId,
      streamLeaderId: posts.leaderId,
      streamOfficeId: posts.officeId,
      streamLineage: streamRegion.lineage,
    })
    .from(letters)
    .innerJoin(mailboxes, eq(mailboxes.id, letters.mailboxId))
    .innerJoin(kept, eq(kept.id, mailboxes.officeId))
    .innerJoin(regions, eq(regions.id, kept.regionId))
    .leftJoin(accused, eq(accused.id, letters.accusedOfficeId))
    .leftJoin(comments, eq(comments.id, letters.commentId))
    .leftJoin(posts, eq(posts.id, letters.postId))
    .leftJoin(streamOffice, eq(streamOffice.id, posts.officeId))
    .leftJoin(streamRegion, eq(streamRegion.id, streamOffice.regionId));

const letterLock = (db: Db) =>
  db
    .select({ id: letters.id })
    .from(letters)
    .where(eq(letters.id, sql.placeholder("letterId")))
    .for("update")
    .prepare("letter_lock");

/** Every step reads it twice: written out once, it is planned once. */
const letterById = (db: Db) =>
  selectLetters(db)
    .where(eq(letters.id, sql.placeholder("letterId")))
    .prepare("letter_by_id");

type Joined = Awaited<ReturnType<typeof selectLetters>>[number];

export function letterOf(joined: Joined): Letter {
  const { slug, officeId, leaderId, lineage, commentAuthorId, ...rest } = joined;
  const { streamLeaderId, streamOfficeId, streamLineage, ...row } = rest;
  return {
    ...row,
    mailbox: { slug, officeId, leaderId, lineage },
    comment:
      row.commentId === null
        ? null
        : {
            id: row.commentId,
            authorId: commentAuthorId!,
            postId: row.postId!,
            stream: { leaderId: streamLeaderId, officeId: streamOfficeId!, lineage: streamLineage! },
          },
  };
}

/** Who has the letter before it is assigned: who keeps an office's mailbox; for a leader's, the nearest triage office. */
export function firstOfficeOf(letter: Letter): number {
  const triaging = letter.triage.find(({ officeId }) => officeId !== letter.accusedOfficeId);
  return letter.mailbox.leaderId !== null && triaging ? triaging.officeId : letter.mailbox.officeId;
}

/** Which offices have the letter now, the lead first. */
export async function officesOf(db: Db, letterId: number): Promise<{ officeId: number; part: "lead" | "assisting" }[]> {
  return db
    .select({ officeId: letterOffices.officeId, part: letterOffices.part })
    .from(letterOffices)
    .where(and(eq(letterOffices.letterId, letterId), isNull(letterOffices.untilAt)))
    .orderBy(letterOffices.part, letterOffices.id);
}

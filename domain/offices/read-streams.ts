import { and, asc, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, mailboxes, offices, posts, regions } from "#db/schema/index.ts";
import { saidByOffice } from "#domain/posts/read-posts.ts";

interface Named {
  name: string;
  nameEn: string | null;
}

/** A stream as everybody finds it: the position or the office that speaks there, and the mailbox beside it. */
export interface PublicStream {
  leader: {
    handle: string;
    title: string;
    titleEn: string | null;
    portfolio: string | null;
    openedOn: string;
    openedApprox: boolean;
  } | null;
  office: Named & { slug: string };
  region: Named & { slug: string; level: "city" | "county" | "township" };
  /** Null where letters are not taken, or no longer. */
  mailbox: { id: number; slug: string; declines: string | null } | null;
  /** Closed streams stay readable; nobody speaks there any more. */
  closed: boolean;
}

/** The positions that speak here, by region from the city down, in the order in which they opened. */
export async function readLeaders(db: Db): Promise<PublicStream[]> {
  const rows = await selectLeaders(db)
    .where(isNull(leaders.closedAt))
    .orderBy(sql`cardinality(${regions.lineage})`, asc(regions.id), asc(leaders.id));
  return rows.map(streamOf);
}

/** The offices that speak here or take letters; those that only work behind a mailbox are not listed. */
export async function readOffices(db: Db): Promise<PublicStream[]> {
  const speaks = exists(
    db
      .select({ one: sql`1` })
      .from(posts)
      .where(and(saidByOffice(eq(posts.officeId, offices.id)), eq(posts.state, "published"))),
  );
  const rows = await selectOffices(db)
    .where(and(isNull(offices.closedAt), or(speaks, sql`${mailboxes.id} is not null`)))
    .orderBy(sql`cardinality(${regions.lineage})`, asc(regions.id), asc(offices.id));
  return rows.map(streamOf);
}

/** One position's stream, closed ones too; null when there never was one of this name. */
export async function readLeader(db: Db, handle: string): Promise<PublicStream | null> {
  return first(selectLeaders(db).where(eq(leaders.handle, handle)).limit(1));
}

/** One office's stream. */
export async function readOffice(db: Db, slug: string): Promise<PublicStream | null> {
  return first(selectOffices(db).where(eq(offices.slug, slug)).limit(1));
}

async function first(rows: Promise<Row[]> | PromiseLike<Row[]>): Promise<PublicStream | null> {
  const [row] = await rows;
  return row ? streamOf(row) : null;
}

const fields = {
  handle: leaders.handle,
  title: leaders.title,
  titleEn: leaders.titleEn,
  portfolio: leaders.portfolio,
  openedOn: leaders.openedOn,
  openedApprox: leaders.openedApprox,
  leaderClosedAt: leaders.closedAt,
  officeClosedAt: offices.closedAt,
  office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
  region: { slug: regions.slug, name: regions.name, nameEn: regions.nameEn, level: regions.level },
  mailboxId: mailboxes.id,
  mailboxSlug: mailboxes.slug,
  declines: mailboxes.declines,
};

const open = isNull(mailboxes.closedAt);
const nobody: SQL = sql`false`;
/** An office that keeps several mailboxes of its own shows its oldest. */
const firstOwn = sql`(select min(m.id) from mailboxes m
  where m.office_id = ${offices.id} and m.leader_id is null and m.closed_at is null)`;

const selectLeaders = (db: Db) =>
  db
    .select(fields)
    .from(leaders)
    .innerJoin(offices, eq(offices.id, leaders.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(mailboxes, and(eq(mailboxes.leaderId, leaders.id), open))
    .$dynamic();

const selectOffices = (db: Db) =>
  db
    .select(fields)
    .from(offices)
    .leftJoin(leaders, nobody)
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(mailboxes, eq(mailboxes.id, firstOwn))
    .$dynamic();

type Row = Awaited<ReturnType<typeof selectLeaders>>[number] | Awaited<ReturnType<typeof selectOffices>>[number];

function streamOf(row: Row): PublicStream {
  const { handle, title, titleEn, portfolio, openedOn, openedApprox, mailboxId, mailboxSlug, declines } = row;
  return {
    leader:
      handle === null
        ? null
        : { handle, title: title!, titleEn, portfolio, openedOn: openedOn!, openedApprox: openedApprox! },
    office: row.office!,
    region: row.region!,
    mailbox: mailboxId === null ? null : { id: mailboxId, slug: mailboxSlug!, declines },
    closed: (handle === null ? row.officeClosedAt : row.leaderClosedAt) !== null,
  };
}

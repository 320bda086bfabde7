import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { people, pledges } from "#db/schema/index.ts";

/** A promise as everybody sees it. */
export interface ShownPledge {
  id: number;
  nickname: string;
  /** Null for things, and where `amountHidden`. */
  amount: number | null;
  amountHidden: boolean;
  things: string | null;
  at: Date;
  approx: boolean;
}

export interface PledgesPage {
  pledges: ShownPledge[];
  /** The cursor of the next page. */
  next: number | null;
}

/** Who promised what for an appeal that can be read, the newest first. */
export async function readPledges(db: Db, postId: number, after: number | null, most = 50): Promise<PledgesPage> {
  const rows = await selectPledges(db)
    .where(
      and(eq(pledges.postId, postId), isNull(pledges.withdrawnAt), after === null ? undefined : lt(pledges.id, after)),
    )
    .orderBy(desc(pledges.id))
    .limit(most + 1);
  const shown = rows.slice(0, most).map(shownOf);
  return { pledges: shown, next: rows.length > most ? shown.at(-1)!.id : null };
}

const newestShown = 5;

/** Of each of these appeals the promises made last, in one query. */
export async function readNewestPledges(
  db: Db,
  postIds: readonly number[],
): Promise<(ShownPledge & { postId: number })[]> {
  const newest = sql`select n.id from unnest(${sql.param([...postIds])}::bigint[]) a (post_id) cross join lateral (
    select p.id from ${pledges} p where p.post_id = a.post_id and p.withdrawn_at is null
    order by p.id desc limit ${newestShown}) n`;
  const rows = await selectPledges(db).where(sql`${pledges.id} in (${newest})`).orderBy(desc(pledges.id));
  return rows.map((row) => ({ ...shownOf(row), postId: row.pledge.postId }));
}

const selectPledges = (db: Db) =>
  db
    .select({ pledge: pledges, nickname: people.nickname })
    .from(pledges)
    .innerJoin(people, eq(people.id, pledges.personId))
    .$dynamic();

function shownOf({ pledge, nickname }: Awaited<ReturnType<typeof selectPledges>>[number]): ShownPledge {
  const { id, amount, amountHidden, things, at, approx } = pledge;
  return { id, nickname, amount: amountHidden ? null : amount, amountHidden, things, at, approx };
}

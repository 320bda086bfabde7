import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { offices, posts, updates } from "#db/schema/index.ts";
import { prepared } from "#db/transact.ts";
import { isOut } from "#domain/posts/shown.ts";

/** More than that at once is one incident with many updates. */
export const mostIncidents = 3;

/** An incident that is not over, as every page says it. */
export interface RunningIncident {
  postId: number;
  body: string;
  office: { name: string; nameEn: string | null };
  publishedAt: Date;
  /** Its newest update, if it has one: its number, and when that was. */
  update: { number: number; at: Date } | null;
}

/** What every page has at its head while it lasts, the newest first: one prepared query along an index, for every rendering. */
export async function readRunningIncidents(db: Db): Promise<RunningIncident[]> {
  const rows = await prepared(db, running).execute();
  return rows.map(({ number, updatedAt, publishedAt, ...incident }) => ({
    ...incident,
    publishedAt: publishedAt!,
    update: number === null ? null : { number, at: new Date(updatedAt!) },
  }));
}

const newest = sql`from ${updates} u where u.post_id = ${posts.id} and u.hidden_at is null order by u.number desc limit 1`;

const running = (db: Db) =>
  db
    .select({
      postId: posts.id,
      body: posts.body,
      office: { name: offices.name, nameEn: offices.nameEn },
      publishedAt: posts.publishedAt,
      number: sql<number | null>`(select u.number ${newest})`,
      updatedAt: sql<string | null>`(select u.at ${newest})`,
    })
    .from(posts)
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .where(and(isOut, eq(posts.kind, "incident"), isNull(posts.endedAt)))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(mostIncidents)
    .prepare("running_incidents");

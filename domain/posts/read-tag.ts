import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { tagUses } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Hit, readHits } from "#domain/search/read-hits.ts";

export interface TagPage {
  hits: Hit[];
  /** For `after` of the next page: kind and id of the last on this one. */
  next: string | null;
}

const pageLength = 20;

/** What was said under a tag, the newest first; null when nobody has ever used it in public. */
export async function readTag(db: Db, tag: string, after: string | null, now: Now): Promise<TagPage | null> {
  const uses = await db
    .select({ kind: sql<"post" | "comment">`${tagUses.kind}`, ofId: tagUses.ofId })
    .from(tagUses)
    .where(and(eq(tagUses.tag, tag), after ? olderThan(after) : undefined))
    .orderBy(desc(tagUses.at), desc(tagUses.kind), desc(tagUses.ofId))
    .limit(pageLength + 1);
  if (uses.length === 0) return null;
  const page = uses.slice(0, pageLength);
  const last = uses.length > pageLength ? page.at(-1)! : null;
  const hits = await readHits(db, page, { words: [`#${tag}#`], grams: [] }, now);
  return { hits, next: last && `${last.kind}-${last.ofId}` };
}

function olderThan(after: string): SQL {
  const [kind, id] = after.split("-");
  return sql`(${tagUses.at}, ${tagUses.kind}, ${tagUses.ofId}) < (select u.at, u.kind, u.of_id from ${tagUses} u
    where u.kind::text = ${kind ?? ""} and u.of_id = ${Number(id) || 0} limit 1)`;
}

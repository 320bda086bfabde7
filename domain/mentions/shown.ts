import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, mentions, offices } from "#db/schema/index.ts";
import type { Mentioning } from "./read-said.ts";

/** A name in a text that is somebody's; a citizen has no page of their own to lead to. */
export interface ShownMention {
  name: string;
  href: string | null;
}

/** Whom the texts of this kind name, for pages that show them already. */
export async function mentionsOf(
  db: Db,
  kind: Mentioning,
  ids: readonly number[],
): Promise<(ofId: number) => ShownMention[]> {
  const rows = ids.length === 0 ? [] : await readMentions(db, kind, ids);
  return (ofId) =>
    rows.filter((row) => row.ofId === ofId).map(({ name, handle, slug }) => ({ name, href: pageOf(handle, slug) }));
}

function pageOf(handle: string | null, slug: string | null): string | null {
  if (handle) return `/leaders/${handle}`;
  return slug && `/offices/${slug}`;
}

const readMentions = (db: Db, kind: Mentioning, ids: readonly number[]) =>
  db
    .select({ ofId: mentions.ofId, name: mentions.name, handle: leaders.handle, slug: offices.slug })
    .from(mentions)
    .leftJoin(leaders, eq(leaders.id, mentions.leaderId))
    .leftJoin(offices, eq(offices.id, mentions.officeId))
    .where(and(eq(mentions.kind, kind), inArray(mentions.ofId, [...ids])))
    .orderBy(sql`length(${mentions.name}) desc`);

import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, regions } from "#db/schema/index.ts";
import type { Stream } from "#domain/access/to-posts.ts";
import { Refusal } from "#domain/refusal.ts";

/** A stream with what its address, its rights and its topics need. */
export interface PostStream extends Stream {
  handle: string | null;
  slug: string;
  triages: boolean;
  regionId: number;
}

export const streamFields = {
  leaderId: leaders.id,
  handle: leaders.handle,
  officeId: offices.id,
  slug: offices.slug,
  triages: offices.triages,
  regionId: regions.id,
  lineage: regions.lineage,
};

/** The stream of a position or office that is still open. */
export async function findStream(db: Db, of: { leaderId: number } | { officeId: number }): Promise<PostStream> {
  const [stream] = "leaderId" in of ? await leaderStream(db, of.leaderId) : await officeStream(db, of.officeId);
  if (!stream) throw new Refusal("posts.noSuchStream");
  return stream;
}

const leaderStream = (db: Db, leaderId: number) =>
  db
    .select(streamFields)
    .from(leaders)
    .innerJoin(offices, eq(offices.id, leaders.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(and(eq(leaders.id, leaderId), isNull(leaders.closedAt)));

const officeStream = (db: Db, officeId: number) =>
  db
    .select({ ...streamFields, leaderId: sql<null>`null`, handle: sql<null>`null` })
    .from(offices)
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(and(eq(offices.id, officeId), isNull(offices.closedAt)));

/** Who is listening to a stream. */
export function streamTopic(stream: Pick<PostStream, "handle" | "slug">): string {
  return stream.handle ? `leader:${stream.handle}` : `office:${stream.slug}`;
}

import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, regions } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { kindsOn } from "./kind-rights.ts";
import type { ComposedKind } from "./kinds.ts";
import { streamFields } from "./stream.ts";

/** A stream that somebody may write for, and how far their own hand reaches there. */
export interface OwnStream {
  leader: { id: number; handle: string; title: string; titleEn: string | null } | null;
  office: { id: number; slug: string; name: string; nameEn: string | null };
  /** Publishes without asking; otherwise what is written waits for the leader's approval. */
  publishes: boolean;
  /** What may be composed there, in the order in which it is offered. */
  kinds: ComposedKind[];
}

/** The streams somebody may write for: those they publish on first, positions before offices. */
export async function readOwnStreams(db: Db, actor: Actor): Promise<OwnStream[]> {
  if (!isPerson(actor)) return [];
  const ids = (role: string, of: "leaderId" | "officeId" | "regionId") =>
    actor.grants.filter((grant) => grant.role === role).flatMap((grant) => grant[of] ?? []);
  const kept = or(
    inArray(offices.id, ids("operator", "officeId")),
    sql`${regions.lineage} && ${sql.param(ids("editor", "regionId"))}::bigint[]`,
  );
  const office = { id: offices.id, slug: offices.slug, name: offices.name, nameEn: offices.nameEn };
  const [positions, ownOffices] = await Promise.all([
    db
      .select({
        stream: streamFields,
        leader: { id: leaders.id, handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
        office,
      })
      .from(leaders)
      .innerJoin(offices, eq(offices.id, leaders.officeId))
      .innerJoin(regions, eq(regions.id, offices.regionId))
      .where(and(isNull(leaders.closedAt), or(inArray(leaders.id, ids("leader", "leaderId")), kept)))
      .orderBy(asc(leaders.id)),
    db
      .select({
        stream: { ...streamFields, leaderId: sql<null>`null`, handle: sql<null>`null` },
        leader: sql<null>`null`,
        office,
      })
      .from(offices)
      .innerJoin(regions, eq(regions.id, offices.regionId))
      .where(and(isNull(offices.closedAt), kept))
      .orderBy(asc(offices.id)),
  ]);
  const own = [...positions, ...ownOffices].map(({ stream, ...of }) => ({
    ...of,
    publishes: can(actor, "post.publish", stream),
    kinds: kindsOn(actor, stream),
  }));
  return own.toSorted((one, other) => Number(other.publishes) - Number(one.publishes));
}

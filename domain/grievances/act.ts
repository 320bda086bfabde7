import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, events, invalidations, offices, posts, regions, updates } from "#db/schema/index.ts";
import { Refusal } from "#domain/refusal.ts";

/** A moderation that somebody may contest. */
export interface Act {
  subject: string;
  what: "comment" | "post" | "update" | "invalidation";
  id: number;
  postId: number;
  /** Whose words were hidden, or whose votes were struck. */
  struck: number[];
  doneById: number;
  eventId: number;
  at: Date;
  lineage: number[];
  /** Does it still hold? */
  holds: boolean;
}

/** The act by which this was hidden or struck, the newest; refused where there was none. */
export async function findAct(db: Db, subject: string): Promise<Act> {
  const [what, given] = subject.split(":") as [Act["what"], string];
  const id = Number(given);
  const act = what === "invalidation" ? await strikeOf(db, id) : await hidingOf(db, what, id);
  if (!act) throw new Refusal("grievances.missing");
  return { subject, what, id, ...act };
}

type Found = Omit<Act, "subject" | "what" | "id">;

async function strikeOf(db: Db, id: number): Promise<Found | null> {
  const [row] = await db
    .select({
      postId: invalidations.postId,
      struck: invalidations.personIds,
      doneById: invalidations.byId,
      eventId: invalidations.eventId,
      at: invalidations.at,
      undoneAt: invalidations.undoneAt,
      lineage: regions.lineage,
    })
    .from(invalidations)
    .innerJoin(posts, eq(posts.id, invalidations.postId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(eq(invalidations.id, id));
  if (!row) return null;
  const { undoneAt, ...found } = row;
  return { ...found, holds: undoneAt === null };
}

async function hidingOf(db: Db, what: "comment" | "post" | "update", id: number): Promise<Found | null> {
  const [place] = await placeOf(db, what, id);
  const [hidden] = await db
    .select({ eventId: events.id, doneById: events.personId, at: events.at })
    .from(events)
    .where(and(eq(events.subject, `${what}:${id}`), eq(events.what, `${what}.hide`)))
    .orderBy(desc(events.id))
    .limit(1);
  if (!place || !hidden || hidden.doneById === null) return null;
  const { authorId, hiddenAt, ...where } = place;
  return { ...where, ...hidden, doneById: hidden.doneById, struck: [authorId], holds: hiddenAt !== null };
}

function placeOf(db: Db, what: "comment" | "post" | "update", id: number) {
  if (what === "post") {
    return db
      .select({ postId: posts.id, authorId: posts.authorId, hiddenAt: posts.hiddenAt, lineage: regions.lineage })
      .from(posts)
      .innerJoin(offices, eq(offices.id, posts.officeId))
      .innerJoin(regions, eq(regions.id, offices.regionId))
      .where(eq(posts.id, id));
  }
  const table = what === "comment" ? comments : updates;
  return db
    .select({ postId: table.postId, authorId: table.authorId, hiddenAt: table.hiddenAt, lineage: regions.lineage })
    .from(table)
    .innerJoin(posts, eq(posts.id, table.postId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(eq(table.id, id));
}

import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { tagUses } from "#db/schema/index.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { documentsOf } from "#domain/search/documents.ts";
import { tagsIn } from "./tags.ts";

const kinds = ["post", "comment"] as const;

/** For the relay: a post or comment that was touched stands under the tags it has now, and under none when it was hidden. */
export async function takeTags(db: Db, events: readonly StampedEvent[]): Promise<void> {
  for (const kind of kinds) {
    const touched = events.map(({ subject }) => subject.split(":")).filter(([noun]) => noun === kind);
    const ids = [...new Set(touched.map(([, id]) => Number(id)))].filter(Number.isSafeInteger);
    if (ids.length === 0) continue;
    const documents = await documentsOf[kind](db, ids);
    await db.delete(tagUses).where(and(eq(tagUses.kind, kind), inArray(tagUses.ofId, ids)));
    const uses = documents.flatMap(({ ofId, at, text }) => tagsIn(text).map((tag) => ({ tag, kind, ofId, at })));
    if (uses.length > 0) await db.insert(tagUses).values(uses);
  }
}

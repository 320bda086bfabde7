import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { searchDocuments } from "#db/schema/index.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { type Document, documentsOf, type IndexedKind } from "./documents.ts";
import { folded, gramsOf } from "./grams.ts";

/**
 * For the relay: whatever was touched is read anew and found as it is now, or no more. The same events again change
 * nothing, and nobody who writes waits for it.
 */
export async function indexEvents(db: Db, events: readonly StampedEvent[]): Promise<void> {
  const touched = Map.groupBy(new Set(events.flatMap(touchedBy)), ({ kind }) => kind);
  for (const [kind, ids] of touched) await indexAnew(db, kind, [...new Set(ids.map(({ id }) => id))]);
}

/** What is added to a post is found as part of it. */
function touchedBy({ subject, counts }: StampedEvent) {
  return subjectOf(subject.startsWith("update:") ? `post:${counts.post}` : subject);
}

function subjectOf(subject: string): { kind: IndexedKind; id: number }[] {
  const [noun = "", id = ""] = subject.split(":");
  return Object.hasOwn(documentsOf, noun) && /^\d+$/.test(id) ? [{ kind: noun as IndexedKind, id: Number(id) }] : [];
}

async function indexAnew(db: Db, kind: IndexedKind, ids: number[]): Promise<void> {
  const documents = await documentsOf[kind](db, ids);
  const found = new Set(documents.map(({ ofId }) => ofId));
  const gone = ids.filter((id) => !found.has(id));
  if (gone.length > 0)
    await db.delete(searchDocuments).where(and(eq(searchDocuments.kind, kind), inArray(searchDocuments.ofId, gone)));
  if (documents.length === 0) return;
  await db
    .insert(searchDocuments)
    .values(documents.map((document) => ({ kind, ...document, ...indexed(document) })))
    .onConflictDoUpdate({
      target: [searchDocuments.kind, searchDocuments.ofId],
      set: {
        at: sql`excluded.at`,
        officeId: sql`excluded.office_id`,
        regionId: sql`excluded.region_id`,
        text: sql`excluded.text`,
        grams: sql`excluded.grams`,
      },
    });
}

function indexed({ text }: Document) {
  return { text: folded(text), grams: sql`array_to_tsvector(${sql.param(gramsOf(text))}::text[])` };
}

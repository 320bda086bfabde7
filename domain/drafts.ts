import { and, eq, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { drafts } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";

/** What somebody has typed into a form and not sent. */
export type Draft = typeof drafts.$inferSelect;

/** A draft is scratch paper, not a store: beyond this somebody is using it for something else. */
const largest = 40_000;

/** Nobody comes back for what they left a quarter of a year ago, and words about people are not kept for nothing. */
const keptDays = 90;

/**
 * Keeps what was typed so far; fields that were not sent stay as they were, so that each step of a form keeps its own.
 * A draft is nobody's business but its writer's: it leaves no event.
 */
export async function keepDraft(
  db: Db,
  actor: Actor,
  form: string,
  fields: Record<string, string>,
  now: Now,
): Promise<Draft> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  if (JSON.stringify(fields).length > largest) throw new Refusal("drafts.tooLong");
  const [draft] = await db
    .insert(drafts)
    .values({ personId: actor.id, form, fields, at: now.at })
    .onConflictDoUpdate({
      target: [drafts.personId, drafts.form],
      set: { fields: sql`${drafts.fields} || excluded.fields`, at: now.at },
      setWhere: sql`length((${drafts.fields} || excluded.fields)::text) <= ${largest}`,
    })
    .returning();
  if (!draft) throw new Refusal("drafts.tooLong");
  return draft;
}

/** One's own draft of a form; somebody else's is not found. */
export async function readDraft(db: Db, actor: Actor, form: string): Promise<Draft | null> {
  if (!isPerson(actor)) return null;
  const [draft] = await db.select().from(drafts).where(ownDraft(actor.id, form));
  return draft ?? null;
}

/** Thrown away by its writer, or sent. Without one there is nothing to drop. */
export async function dropDraft(db: Db, actor: Actor, form: string): Promise<void> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  await db.delete(drafts).where(ownDraft(actor.id, form));
}

/** Forgets what has lain untouched for 90 days. */
export async function forgetOldDrafts(db: Db, now: Now): Promise<number> {
  const limit = new Date(now.at.getTime() - keptDays * 24 * 3_600_000);
  const gone = await db.delete(drafts).where(lt(drafts.at, limit)).returning({ form: drafts.form });
  return gone.length;
}

const ownDraft = (personId: number, form: string) => and(eq(drafts.personId, personId), eq(drafts.form, form));

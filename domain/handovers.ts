import { randomBytes } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { handovers } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Details } from "#domain/refusal.ts";
import { Refusal } from "#domain/refusal.ts";

/** What was typed and not taken yet, on its way through signing in or back to its form. */
export type Handover = typeof handovers.$inferSelect;

export interface Handing {
  /** The page whose form it was typed into. */
  path: string;
  fields: Record<string, string>;
  /** Why it was not taken. Without one: whoever typed it was not signed in. */
  refusal?: { key: string; details: Details };
}

const largest = 40_000;
/** Long enough for a code to arrive by SMS and to be typed in. */
const lastsMinutes = 120;

/** Keeps what was typed for a while; only the token, which stands in the address of who typed it, leads back to it. */
export async function keepHandover(db: Db, { path, fields, refusal }: Handing, now: Now): Promise<string> {
  if (JSON.stringify(fields).length > largest) throw new Refusal("drafts.tooLong");
  const token = randomBytes(18).toString("base64url");
  await db.insert(handovers).values({
    token,
    path,
    fields,
    refusal: refusal?.key ?? null,
    details: refusal?.details ?? null,
    at: now.at,
  });
  return token;
}

/** Takes it once: whoever comes second with the same address finds nothing. */
export async function takeHandover(db: Db, token: string, now: Now): Promise<Handover | null> {
  const [handover] = await db.delete(handovers).where(waiting(token, now)).returning();
  return handover ?? null;
}

/** Shows it and keeps it: a page that is loaded again still has it. */
export async function readHandover(db: Db, token: string, now: Now): Promise<Handover | null> {
  const [handover] = await db.select().from(handovers).where(waiting(token, now));
  return handover ?? null;
}

function waiting(token: string, now: Now) {
  const since = new Date(now.at.getTime() - lastsMinutes * 60_000);
  return and(eq(handovers.token, token.slice(0, 60)), gt(handovers.at, since));
}

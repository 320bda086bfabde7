import { desc } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { Refusal } from "#domain/refusal.ts";
import { isDemoMode } from "#domain/sign-in/demo-mode.ts";
import { type Message, unsealed } from "./queue.ts";

export type OutboxMessage = Message & Pick<typeof messages.$inferSelect, "id" | "purpose" | "state" | "createdAt">;

/** The last fifty messages in clear, for who tries the platform out; outside demo mode nobody reads them. */
export async function readOutbox(db: Db): Promise<OutboxMessage[]> {
  if (!isDemoMode()) throw new Refusal("forbidden");
  const rows = await db.select().from(messages).orderBy(desc(messages.id)).limit(50);
  return rows.map((row) => ({
    ...unsealed(row),
    id: row.id,
    purpose: row.purpose,
    state: row.state,
    createdAt: row.createdAt,
  }));
}

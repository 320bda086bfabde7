import { desc } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { unseal } from "#domain/people/seal.ts";
import { Refusal } from "#domain/refusal.ts";
import { isDemoMode } from "#domain/sign-in/demo-mode.ts";
import type { ShortMessage } from "./queue.ts";

export interface OutboxMessage extends ShortMessage {
  id: number;
  purpose: "code" | "notice";
  state: "waiting" | "sent" | "failed";
  createdAt: Date;
}

/** The last fifty short messages in clear, for who tries the platform out; outside demo mode nobody reads them. */
export async function readOutbox(db: Db): Promise<OutboxMessage[]> {
  if (!isDemoMode()) throw new Refusal("forbidden");
  const rows = await db.select().from(messages).orderBy(desc(messages.id)).limit(50);
  return rows.map(({ id, purpose, state, createdAt, sealed }) => ({
    id,
    purpose,
    state,
    createdAt,
    ...(JSON.parse(unseal(sealed)) as ShortMessage),
  }));
}

import { and, eq, inArray, isNotNull } from "drizzle-orm";
import {
  dispatches,
  letterLevels,
  mailAddresses,
  mailConfirmations,
  messages,
  noticePreferences,
  noticeSettings,
  notices,
} from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";

/** Everything that somebody was told and where, and how they wished to be: for an account that is closed. */
export async function forgetNotices(tx: Tx, personId: number): Promise<void> {
  const carried = tx
    .select({ id: dispatches.messageId })
    .from(dispatches)
    .where(and(eq(dispatches.personId, personId), isNotNull(dispatches.messageId)));
  await tx.delete(messages).where(inArray(messages.id, carried));
  for (const table of [dispatches, notices, noticePreferences, noticeSettings, letterLevels]) {
    await tx.delete(table).where(eq(table.personId, personId));
  }
  for (const table of [mailAddresses, mailConfirmations]) await tx.delete(table).where(eq(table.personId, personId));
}

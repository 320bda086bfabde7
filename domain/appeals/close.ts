import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { appeals } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type appealWords, longestWords } from "./input.ts";
import { type Stepped, takeAppealStep } from "./take-step.ts";
import { namelessWords } from "./wording.ts";

/**
 * Ends an appeal with a report that everybody reads: what was promised, what was handed over, and why the two differ.
 * Whoever raised it may also take it back before an office has looked at it.
 */
export async function closeAppeal(
  db: Db,
  actor: Actor,
  input: z.output<typeof appealWords>,
  now: Now,
): Promise<Stepped> {
  const [before] = await db.select({ state: appeals.state }).from(appeals).where(eq(appeals.postId, input.postId));
  const step = before?.state === "raised" ? "withdraw" : "close";
  return takeAppealStep(db, actor, input.postId, step, now, (_, appeal, as) => {
    const closingReport = namelessWords("closingReport", input.words, longestWords);
    return {
      set: { closingReport, closedById: as.officeId ?? null },
      counts: { pledged: appeal.pledged, handedOver: appeal.handedOver },
      words: closingReport,
    };
  });
}

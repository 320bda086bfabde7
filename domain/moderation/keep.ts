import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { flags } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { settleFlags } from "#domain/flags/settle.ts";
import { Refusal } from "#domain/refusal.ts";
import type { keepInput } from "./input.ts";
import { lockModeratedPost, lockUpdate, log, moderatorOf } from "./subject.ts";

/** A reported post or update stays as it is: that too is a decision, and stands in the public log. */
export async function keepReported(db: Db, actor: Actor, { subject }: z.output<typeof keepInput>, now: Now) {
  await transact(db, async (tx) => {
    const [noun, id] = subject.split(":");
    const of = await (noun === "post" ? lockModeratedPost : lockUpdate)(tx, actor, Number(id));
    const [open] = await tx
      .select({ id: flags.id })
      .from(flags)
      .where(and(eq(flags.subject, subject), isNull(flags.settledAt)))
      .limit(1);
    if (!open) throw new Refusal("moderation.nothingReported");
    const as = await moderatorOf(tx, actor, of.lineage);
    await settleFlags(tx, subject, "kept", await log(tx, "keep", of, { actor, as }, now), now);
  });
}

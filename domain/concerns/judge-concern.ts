import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { concerns, concernVerdicts, regions } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { warnedAs } from "#domain/access/to-concerns.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import type { dismissInput, noteConcernInput } from "./input.ts";
import { readMembers } from "./read-members.ts";

/** 已知悉: whoever was warned has seen it; it stays in their list. */
export async function noteConcern(db: Db, actor: Actor, input: z.output<typeof noteConcernInput>, now: Now) {
  await judge(db, actor, { ...input, verdict: "noted" }, now);
}

/**
 * 误报: why it is a false alarm. It leaves the list of the plate that says so, stays in everybody else's with these words
 * beside it, and comes back once it has grown by half.
 */
export async function dismissConcern(db: Db, actor: Actor, input: z.output<typeof dismissInput>, now: Now) {
  await judge(db, actor, { ...input, verdict: "dismissed" }, now);
}

type Judgement = { concernId: number; verdict: "noted" | "dismissed"; words?: string };

async function judge(db: Db, actor: Actor, { concernId, verdict, words }: Judgement, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const [concern] = await tx
      .select({ id: concerns.id, lineage: regions.lineage })
      .from(concerns)
      .innerJoin(regions, eq(regions.id, concerns.regionId))
      .where(eq(concerns.id, concernId))
      .for("update", { of: concerns });
    if (!concern || !can(actor, "concern.judge", concern.lineage)) throw new Refusal("concerns.missing");
    const { role, officeId, leaderId } = warnedAs(actor, concern.lineage)!;
    const { length: size } = await readMembers(tx, actor, [concernId], now);
    // What they may read nothing of is not there for them.
    if (size === 0) throw new Refusal("concerns.missing");
    const eventId = await record(tx, {
      what: verdict === "noted" ? "concern.note" : "concern.dismiss",
      topics: ["warnings"],
      actor,
      as: { role, officeId, leaderId },
      subject: `concern:${concernId}`,
      counts: { size },
      words,
      public: false,
      at: now.at,
    });
    await tx
      .insert(concernVerdicts)
      .values({ concernId, verdict, officeId: officeId!, leaderId, size, at: now.at, eventId });
  });
}

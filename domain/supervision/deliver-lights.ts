import { and, count, desc, eq, inArray, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { lightDeliveries } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { deliverDue, type Outcome, tryOnce } from "#domain/deliveries.ts";
import { readLightChange } from "./lights-feed.ts";
import { lightsPort, type SendChange } from "./lights-port.ts";

type Delivery = typeof lightDeliveries.$inferSelect;

/** Delivers what is due, oldest first, for the timetable: may run twice at once or be killed midway. Answers how many arrived. */
export async function deliverLights(db: Db, now: Now, send: SendChange): Promise<number> {
  return deliverDue(() => deliverNext(db, now, send));
}

/** One change a transaction: its row stays locked while it is on its way, so that nobody else takes it. */
function deliverNext(db: Db, now: Now, send: SendChange): Promise<Outcome> {
  return transact(db, async (tx) => {
    const [delivery] = await tx
      .select()
      .from(lightDeliveries)
      .where(and(eq(lightDeliveries.state, "waiting"), lte(lightDeliveries.nextTryAt, now.at)))
      .orderBy(lightDeliveries.nextTryAt, lightDeliveries.changeId)
      .limit(1)
      .for("update", { skipLocked: true });
    if (!delivery) return "nothing due";
    const own = eq(lightDeliveries.changeId, delivery.changeId);
    const change = await readLightChange(tx, delivery.changeId);
    if (!change) {
      await tx.delete(lightDeliveries).where(own);
      return "put off";
    }
    const tried = await tryOnce(send(delivery.changeId, JSON.stringify(change)), delivery.tries, now);
    await tx.update(lightDeliveries).set(tried).where(own);
    return tried.state === "sent" ? "sent" : "put off";
  });
}

/** Whoever has mended the other side has everything that failed sent once more. Returns how many wait now. */
export async function sendFailedAgain(db: Db, actor: Actor, now: Now): Promise<number> {
  authorize(actor, "lights.read");
  const again = await db
    .update(lightDeliveries)
    .set({ state: "waiting", tries: 0, nextTryAt: now.at })
    .where(eq(lightDeliveries.state, "failed"))
    .returning({ id: lightDeliveries.changeId });
  return again.length;
}

export interface FeedState {
  /** Is there an address to send to? */
  configured: boolean;
  waiting: number;
  failed: number;
  lastSentAt: Date | null;
  problem: string | null;
}

/** How the feed to the inspection system stands: what has not arrived is few, and counted by an index. */
export async function readFeedState(db: Db, actor: Actor): Promise<FeedState> {
  authorize(actor, "lights.read");
  const [counts, sent, trouble] = await Promise.all([
    db
      .select({ state: lightDeliveries.state, n: count() })
      .from(lightDeliveries)
      .where(inArray(lightDeliveries.state, ["waiting", "failed"]))
      .groupBy(lightDeliveries.state),
    lastIn(db, "sent"),
    db
      .select({ problem: lightDeliveries.problem })
      .from(lightDeliveries)
      .where(inArray(lightDeliveries.state, ["waiting", "failed"]))
      .orderBy(desc(lightDeliveries.tries), desc(lightDeliveries.changeId))
      .limit(1),
  ]);
  const n = (state: Delivery["state"]) => counts.find((one) => one.state === state)?.n ?? 0;
  return {
    configured: lightsPort() !== null,
    waiting: n("waiting"),
    failed: n("failed"),
    lastSentAt: sent?.sentAt ?? null,
    problem: trouble[0]?.problem ?? null,
  };
}

async function lastIn(db: Db, state: Delivery["state"]): Promise<Delivery | undefined> {
  const [last] = await db
    .select()
    .from(lightDeliveries)
    .where(eq(lightDeliveries.state, state))
    .orderBy(desc(lightDeliveries.changeId))
    .limit(1);
  return last;
}

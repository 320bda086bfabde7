import { and, count, desc, eq, inArray, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { lightDeliveries } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readLightChange } from "./lights-feed.ts";
import { lightsPort, type SendChange } from "./lights-port.ts";

type Delivery = typeof lightDeliveries.$inferSelect;

/** Minutes until the next try after the first, second … one; after the last it has failed and waits for a person. */
const pauses = [1, 5, 30, 120, 480];

const atOnce = 50;

/** Delivers what is due, oldest first, for the timetable: may run twice at once or be killed midway. Answers how many arrived. */
export async function deliverLights(db: Db, now: Now, send: SendChange): Promise<number> {
  let sent = 0;
  for (let n = 0; n < atOnce; n += 1) {
    const outcome = await deliverNext(db, now, send);
    if (outcome === "nothing due") break;
    if (outcome === "sent") sent += 1;
  }
  return sent;
}

/** One change a transaction: its row stays locked while it is on its way, so that nobody else takes it. */
function deliverNext(db: Db, now: Now, send: SendChange): Promise<"sent" | "put off" | "nothing due"> {
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
    const problem = await problemOf(send(delivery.changeId, JSON.stringify(change)));
    await tx
      .update(lightDeliveries)
      .set(problem === null ? arrived(delivery, now) : putOff(delivery, problem, now))
      .where(own);
    return problem === null ? "sent" : "put off";
  });
}

const problemOf = (sending: Promise<void>): Promise<string | null> =>
  sending.then(
    () => null,
    (error: unknown) => String(error instanceof Error ? error.message : error).slice(0, 200),
  );

const arrived = ({ tries }: Delivery, now: Now) => ({
  state: "sent" as const,
  tries: tries + 1,
  sentAt: now.at,
  nextTryAt: null,
  problem: null,
});

function putOff({ tries }: Delivery, problem: string, now: Now) {
  const minutes = pauses[tries];
  if (minutes === undefined) return { state: "failed" as const, tries: tries + 1, nextTryAt: null, problem };
  return { tries: tries + 1, nextTryAt: new Date(now.at.getTime() + minutes * 60_000), problem };
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

import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { appeals, type EventCounts, posts } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { holdsAt, holdsOver } from "#domain/access/holds.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Capacity, record } from "#domain/events/record.ts";
import { moderatorOf } from "#domain/moderation/subject.ts";
import { Refusal } from "#domain/refusal.ts";
import { type Appeal, type AppealRow, lockAppeal } from "./appeal.ts";
import { type AppealRole, type AppealStep, rowOf } from "./steps.ts";

interface Deed {
  /** What changes in the appeal beside its state. */
  set?: Partial<AppealRow>;
  words?: string;
  counts?: EventCounts;
  approx?: boolean;
}

export interface Stepped {
  postId: number;
  eventId: number;
}

/** The only way in which an appeal that was raised changes: locked, allowed, in its time, and on the record. */
export async function takeAppealStep(
  db: Db,
  actor: Actor,
  postId: number,
  step: AppealStep,
  now: Now,
  act: (tx: Tx, appeal: Appeal, as: Capacity) => Promise<Deed> | Deed,
): Promise<Stepped> {
  return transact(db, async (tx) => {
    const appeal = await lockAppeal(tx, postId);
    authorize(actor, "appeal.step", { appeal, step });
    const { from, to, by } = rowOf(step);
    if (!from.includes(appeal.state)) throw new Refusal("appeals.notNow", { step, state: appeal.state });

    const as = await capacityOf(tx, actor, appeal, by);
    const { set = {}, words, counts = {}, approx = false } = await act(tx, appeal, as);
    const changed = { ...set, ...(to && { state: to }) };
    if (Object.keys(changed).length > 0) await tx.update(appeals).set(changed).where(eq(appeals.postId, postId));
    if (to === "closed" || to === "refused") {
      await tx.update(posts).set({ endedAt: now.at }).where(eq(posts.id, postId));
    }
    const eventId = await record(tx, {
      what: `appeal.${step}`,
      topics: [...topicsOf(postId), ...(by.includes("overseer") ? ["log"] : [])],
      actor,
      as,
      subject: `post:${postId}`,
      counts: { post: postId, ...counts },
      words,
      public: true,
      at: now.at,
      approx,
    });
    return { postId, eventId };
  });
}

/** What becomes stale when an appeal changes. */
export const topicsOf = (postId: number) => [`post:${postId}`, "appeals"];

/** In which capacity, of those that may, somebody acts: a citizen as a citizen, an office under its name. */
async function capacityOf(tx: Tx, actor: Actor, appeal: Appeal, by: readonly AppealRole[]): Promise<Capacity> {
  if (!isPerson(actor)) return { role: "clock" };
  if (!actor.staff) return { role: by.includes("giver") ? "citizen" : "author" };
  if (by.includes("overseer")) return overseerOf(tx, actor, appeal);
  return { role: roleAt(actor, appeal.officeId), officeId: appeal.officeId };
}

/** Who looks into misuse acts for the office that moderates the region, or for the one they supervise for. */
export async function overseerOf(tx: Tx, actor: Actor, { officeId: verifier, lineage }: Appeal): Promise<Capacity> {
  if (!isPerson(actor) || holdsOver(actor, "moderator", lineage)) return moderatorOf(tx, actor, lineage);
  const supervising = actor.grants.find(
    ({ role, officeId, regionId }) => role === "supervisor" && officeId !== verifier && lineage.includes(regionId),
  );
  return { role: "supervisor", officeId: supervising?.officeId ?? null };
}

function roleAt(actor: Actor, officeId: number): Capacity["role"] {
  if (holdsAt(actor, "operator", officeId)) return "operator";
  return holdsAt(actor, "handler", officeId) ? "handler" : "triage";
}

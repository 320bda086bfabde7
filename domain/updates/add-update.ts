import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { updates } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Plate } from "#domain/access/to-posts.ts";
import { refuseNames } from "#domain/appeals/wording.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Capacity, record } from "#domain/events/record.ts";
import { attachImages } from "#domain/images/attach.ts";
import { lengthOf, plainText } from "#domain/plain-text.ts";
import { lockPublished, type Post, topicsOf } from "#domain/posts/post.ts";
import { Refusal } from "#domain/refusal.ts";
import { growingOf } from "./growing.ts";
import { longestUpdate, mostUpdates, type updateInput } from "./input.ts";
import { readLastNumber } from "./read-updates.ts";

type NewUpdate = z.output<typeof updateInput> & {
  /** The record does not say the exact hour. */
  approx?: boolean;
};

export interface Added {
  id: number;
  postId: number;
  number: number;
  eventId: number;
}

/**
 * A post grows by one: the update gets the next number, without a gap, and is never changed afterwards; who erred says so in
 * the next one. The leader speaks in person, the office under its own plate, the citizen who wrote an appeal in their own name.
 */
export async function addUpdate(db: Db, actor: Actor, input: NewUpdate, now: Now): Promise<Added> {
  return transact(db, async (tx) => {
    const post = await lockPublished(tx, input.postId);
    const plate = plateFor(input.as, post);
    authorize(actor, "update.add", growingOf(post), plate);
    if (!isPerson(actor)) throw new Refusal("signInFirst");
    if (post.kind === "incident" && post.endedAt) throw new Refusal("updates.ended");
    const body = wordingOf(input.body);
    if (post.kind === "appeal") refuseNames(body);
    const number = await nextNumber(tx, post.id);
    const approx = input.approx ?? false;
    const [update] = await tx
      .insert(updates)
      .values({ postId: post.id, number, authorId: actor.id, ...spokenAs(plate), body, at: now.at, approx })
      .returning({ id: updates.id });
    const { id } = update!;
    await attachImages(tx, actor, input.images, { updateId: id }, input.alts);
    const eventId = await record(tx, {
      what: "update.add",
      topics: topicsOf(post),
      actor,
      as: capacityOf(actor, plate),
      subject: `update:${id}`,
      counts: { post: post.id, number, kind: post.kind },
      words: body,
      public: true,
      at: now.at,
      approx,
    });
    return { id, postId: post.id, number, eventId };
  });
}

function plateFor(as: NewUpdate["as"], { stream }: Post): Plate | null {
  if (!as) return null;
  if (as.leaderId === undefined) return { leaderId: null, officeId: as.officeId };
  return { leaderId: as.leaderId, officeId: stream.officeId };
}

const spokenAs = (plate: Plate | null) =>
  plate ? { ...plate, voice: plate.leaderId === null ? ("office" as const) : ("self" as const) } : {};

function capacityOf(actor: Actor, plate: Plate | null): Capacity {
  if (!plate) return { role: "citizen" };
  if (plate.leaderId !== null) return { role: "leader", ...plate };
  const keeps =
    isPerson(actor) && actor.grants.some((grant) => grant.role === "operator" && grant.officeId === plate.officeId);
  return { role: keeps ? "operator" : "editor", ...plate };
}

/** The post is locked: of two who write at once the second counts on from the first. */
async function nextNumber(tx: Tx, postId: number): Promise<number> {
  const number = (await readLastNumber(tx, postId)) + 1;
  if (number > mostUpdates) throw new Refusal("updates.tooMany", { maximum: mostUpdates });
  return number;
}

function wordingOf(typed: string): string {
  const body = plainText(typed);
  if (body === "") throw new Refusal("updates.empty");
  const length = lengthOf(body);
  if (length > longestUpdate) throw new Refusal("updates.tooLong", { maximum: longestUpdate, length });
  return body;
}

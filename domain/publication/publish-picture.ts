import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { images } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, nobody } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { capacityFor } from "#domain/letters/capacity.ts";
import { lockLetter } from "#domain/letters/letter.ts";
import { topicsOf } from "#domain/letters/topics.ts";
import { Refusal } from "#domain/refusal.ts";
import type { pictureInput } from "./input.ts";

type Picture = z.output<typeof pictureInput>;

/**
 * A letter's picture is for its handlers. One by one a person looks at it and publishes it beside the public text: no
 * detector sees a face or a number plate in it.
 */
export async function publishPicture(db: Db, actor: Actor, picture: Picture, now: Now): Promise<void> {
  await change(db, actor, picture, now, "publish");
}

/** Off the web again, at once. */
export async function hidePicture(db: Db, actor: Actor, picture: Picture, now: Now): Promise<void> {
  await change(db, actor, picture, now, "hide");
}

async function change(db: Db, actor: Actor, { letterId, token }: Picture, now: Now, verb: "publish" | "hide") {
  await transact(db, async (tx) => {
    const letter = await lockLetter(tx, letterId);
    if (!letter || !can(actor, "letter.read-original", letter)) throw new Refusal("letters.missing");
    authorize(actor, "letter.step", { letter, step: verb });
    if (!can(nobody, "letter.read", letter)) throw new Refusal("letters.notPublic");
    const [changed] = await tx
      .update(images)
      .set({ publishedAt: verb === "publish" ? now.at : null })
      .where(and(eq(images.token, token), eq(images.letterId, letter.id)))
      .returning({ id: images.id });
    if (!changed) throw new Refusal("publication.noPicture");
    await record(tx, {
      what: `letter.picture.${verb}`,
      topics: [...topicsOf(letter, letter, []), "log"],
      actor,
      as: capacityFor(actor, letter, verb),
      subject: `letter:${letter.id}`,
      counts: { picture: changed.id },
      public: true,
      at: now.at,
    });
  });
}

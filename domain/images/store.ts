import { randomBytes } from "node:crypto";
import { and, count, eq, gt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { images } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { altOf } from "./alt.ts";
import { reEncode } from "./re-encode.ts";

export interface StoredImage {
  token: string;
  width: number;
  height: number;
}

const mostAnHour = 60;

/**
 * Keeps a picture for a post or letter that is being written. Until it is attached only its token leads to it; what is
 * never attached is forgotten after a week.
 */
export async function storeImage(
  db: Db,
  actor: Actor,
  input: { bytes: Buffer; alt?: string },
  now: Now,
): Promise<StoredImage> {
  authorize(actor, "image.store");
  if (!isPerson(actor)) throw new Refusal("forbidden");
  const alt = altOf(input.alt ?? "");
  await refuseFlood(db, actor.id, now);
  const picture = await reEncode(input.bytes);
  const token = randomBytes(16).toString("base64url");
  await db.insert(images).values({ token, personId: actor.id, ...picture, alt, createdAt: now.at });
  return { token, width: picture.width, height: picture.height };
}

async function refuseFlood(db: Db, personId: number, now: Now): Promise<void> {
  const [recent] = await db
    .select({ n: count() })
    .from(images)
    .where(and(eq(images.personId, personId), gt(images.createdAt, new Date(now.at.getTime() - 3_600_000))));
  if (recent!.n >= mostAnHour) throw new Refusal("images.tooManyAnHour", { maximum: mostAnHour });
}

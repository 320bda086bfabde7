import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { people, signIns } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { keyedHash } from "#domain/people/seal.ts";
import { Refusal } from "#domain/refusal.ts";

export interface OwnSignIn {
  id: number;
  device: string | null;
  createdAt: Date;
  seenAt: Date;
  /** The browser that is asking. */
  here: boolean;
}

/** Where a person is signed in now, the latest first; only their own. */
export async function readSignIns(db: Db, actor: Actor, sid: string | null, now: Now): Promise<OwnSignIn[]> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  const hash = sid ? keyedHash(sid) : null;
  const rows = await db
    .select()
    .from(signIns)
    .where(and(eq(signIns.personId, actor.id), isNull(signIns.revokedAt), gt(signIns.expiresAt, now.at)))
    .orderBy(desc(signIns.id))
    .limit(50);
  return rows.map(({ id, device, createdAt, seenAt, sidHash }) => ({
    id,
    device,
    createdAt,
    seenAt,
    here: sidHash === hash,
  }));
}

/** Whether this person still goes by the nickname the platform gave, which they may change once. */
export async function mayChooseNickname(db: Db, actor: Actor): Promise<boolean> {
  if (!isPerson(actor)) return false;
  const [person] = await db.select({ given: people.nicknameGiven }).from(people).where(eq(people.id, actor.id));
  return person?.given ?? false;
}

import { and, eq, gt, inArray, lt, or, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { claims, people } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import type { commentChoice } from "./input.ts";
import { lockComment } from "./subject.ts";

/** Somebody who has not touched it for half an hour is no longer on it. */
const claimMinutes = 30;

export interface Claim {
  personId: number;
  who: string;
  at: Date;
}

const fresh = (now: Now) => new Date(now.at.getTime() - claimMinutes * 60_000);

/** Shows colleagues that this person is on a comment. It locks nothing; who comes second is told who was first. */
export async function claimComment(db: Db, actor: Actor, { commentId }: z.output<typeof commentChoice>, now: Now) {
  await transact(db, async (tx) => {
    await lockComment(tx, actor, commentId);
    if (!isPerson(actor)) throw new Refusal("forbidden");
    const taken = await tx
      .insert(claims)
      .values({ subject: `comment:${commentId}`, personId: actor.id, at: now.at })
      .onConflictDoUpdate({
        target: claims.subject,
        set: { personId: actor.id, at: now.at },
        setWhere: or(eq(claims.personId, actor.id), lt(claims.at, fresh(now))),
      })
      .returning({ subject: claims.subject });
    if (taken.length > 0) return;
    const claim = (await readClaims(tx, [commentId], now)).get(commentId);
    throw new Refusal("moderation.claimed", { who: claim?.who ?? "" });
  });
}

/** Lets go of it again. */
export async function releaseComment(db: Db, actor: Actor, { commentId }: z.output<typeof commentChoice>) {
  await db
    .delete(claims)
    .where(and(eq(claims.subject, `comment:${commentId}`), eq(claims.personId, isPerson(actor) ? actor.id : 0)));
}

/** Who is on which of these comments. */
export async function readClaims(db: Db, commentIds: number[], now: Now): Promise<Map<number, Claim>> {
  if (commentIds.length === 0) return new Map();
  const rows = await db
    .select({
      id: sql<number>`split_part(${claims.subject}, ':', 2)::bigint`.mapWith(Number),
      personId: claims.personId,
      who: people.nickname,
      at: claims.at,
    })
    .from(claims)
    .innerJoin(people, eq(people.id, claims.personId))
    .where(
      and(
        inArray(
          claims.subject,
          commentIds.map((id) => `comment:${id}`),
        ),
        gt(claims.at, fresh(now)),
      ),
    );
  return new Map(rows.map(({ id, ...claim }) => [id, claim]));
}

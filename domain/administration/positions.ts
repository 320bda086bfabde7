import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { leaders, mailboxes, roles } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { findLeader, findOffice } from "./find.ts";
import type { leaderInputOnly, positionInput } from "./input.ts";
import { recordChange } from "./record-change.ts";
import { endRole } from "./revoke-role.ts";

/** A leader's position in an office; who holds it is a role. */
export async function createPosition(
  db: Db,
  actor: Actor,
  { office: slug, ...position }: z.output<typeof positionInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const { office, region } = await findOffice(tx, slug);
    authorize(actor, "region.administer", region);
    const [leader] = await tx
      .insert(leaders)
      .values({ ...position, officeId: office.id, openedOn: now.today, openedApprox: now.approx ?? false })
      .onConflictDoNothing()
      .returning({ id: leaders.id });
    if (!leader) throw new Refusal("administration.slugTaken");
    const counts = { leader: position.handle, office: office.slug };
    const change = { ...about({ id: leader.id, handle: position.handle }, "create"), counts };
    await recordChange(tx, actor, { ...change, words: position.title }, now);
  });
}

/** The stream stays readable; nobody speaks on it any more. Its mailbox must be closed before. */
export async function closePosition(
  db: Db,
  actor: Actor,
  input: z.output<typeof leaderInputOnly>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const { leader, office, region } = await findLeader(tx, input.leader);
    authorize(actor, "region.administer", region);
    const open = await tx.$count(mailboxes, and(eq(mailboxes.leaderId, leader.id), isNull(mailboxes.closedAt)));
    if (open > 0) throw new Refusal("administration.positionHasMailbox");
    await tx.update(leaders).set({ closedAt: now.at }).where(eq(leaders.id, leader.id));
    const held = await tx
      .select()
      .from(roles)
      .where(and(eq(roles.leaderId, leader.id), isNull(roles.revokedAt)))
      .for("update");
    for (const role of held) await endRole(tx, actor, role, { leader: leader.handle }, now);
    const counts = { leader: leader.handle, office: office.slug };
    await recordChange(tx, actor, { ...about(leader, "close"), counts, words: leader.title }, now);
  });
}

const about = (leader: { id: number; handle: string }, verb: string) => ({
  what: `position.${verb}`,
  subject: `leader:${leader.id}`,
  topics: [`leader:${leader.handle}`],
});

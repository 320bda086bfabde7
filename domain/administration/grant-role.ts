import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { people, roles } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { endOthersSignIns } from "./end-others-sign-ins.ts";
import type { grantInput } from "./input.ts";
import { recordChange } from "./record-change.ts";
import { findScope, type RoleScope } from "./scope.ts";

/** Staff only: a citizen's account, found by a phone alone, must never come to hold a right. */
export async function grantRole(db: Db, actor: Actor, input: z.output<typeof grantInput>, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const scope = await findScope(tx, input.role, input.scope);
    authorize(actor, "region.administer", scope);
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, input.personId), eq(people.kind, "staff"), isNull(people.closedAt)));
    if (!person) throw new Refusal("administration.noSuchStaff");
    await giveRole(tx, actor, person.id, input.role, scope, now);
    await endOthersSignIns(tx, actor, person.id, now);
  });
}

/** The row and its event; whoever calls has asked whether it may be. Held already: nothing changes. */
export async function giveRole(
  tx: Tx,
  actor: Actor,
  personId: number,
  role: z.output<typeof grantInput>["role"],
  { leaderId, officeId, regionId, topic, counts }: RoleScope,
  now: Now,
): Promise<void> {
  const [granted] = await tx
    .insert(roles)
    .values({ personId, role, leaderId, officeId, regionId, grantedAt: now.at })
    .onConflictDoNothing()
    .returning({ id: roles.id });
  if (!granted) return;
  await recordChange(tx, actor, { what: "role.grant", subject: `role:${granted.id}`, topics: [topic], counts }, now);
}

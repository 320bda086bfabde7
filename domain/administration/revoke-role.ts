import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { type EventCounts, leaders, offices, regions, roles } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { isDemoMode } from "#domain/sign-in/demo-mode.ts";
import { endOthersSignIns } from "./end-others-sign-ins.ts";
import type { revokeInput } from "./input.ts";
import { recordChange } from "./record-change.ts";

type Role = typeof roles.$inferSelect;

/** Takes a role back at once, open pages and sockets included. Somebody must stay who can administer the platform. */
export async function revokeRole(db: Db, actor: Actor, input: z.output<typeof revokeInput>, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const held = await findRole(tx, input.roleId);
    if (!held) throw new Refusal("administration.noSuchRole");
    authorize(actor, "region.administer", held.region);
    if (held.role.role === "administrator") await refuseTheLast(tx, held.role.id);
    const { office, leader, region } = held;
    const where: EventCounts = leader ? { leader } : office ? { office } : { region: region.slug };
    await endRole(tx, actor, held.role, where, now);
  });
}

/** Ends one role and leaves its event; whoever calls has asked whether it may be. */
export async function endRole(tx: Tx, actor: Actor, role: Role, where: EventCounts, now: Now): Promise<void> {
  await tx.update(roles).set({ revokedAt: now.at }).where(eq(roles.id, role.id));
  const topics = Object.entries(where).map(([noun, word]) => `${noun}:${word}`);
  const counts = { role: role.role, ...where };
  await recordChange(tx, actor, { what: "role.revoke", subject: `role:${role.id}`, topics, counts }, now);
  await endOthersSignIns(tx, actor, role.personId, now);
}

async function findRole(tx: Tx, roleId: number) {
  const [held] = await tx
    .select({ role: roles, office: offices.slug, leader: leaders.handle, region: regions })
    .from(roles)
    .leftJoin(leaders, eq(leaders.id, roles.leaderId))
    .leftJoin(offices, eq(offices.id, sql`coalesce(${roles.officeId}, ${leaders.officeId})`))
    .innerJoin(regions, eq(regions.id, sql`coalesce(${roles.regionId}, ${offices.regionId})`))
    .where(and(eq(roles.id, roleId), isNull(roles.revokedAt)))
    .for("update", { of: roles });
  return held;
}

/** Counted are administrators of the whole platform who can sign in; two who leave at once do not both get away. */
async function refuseTheLast(tx: Tx, roleId: number): Promise<void> {
  const others = await tx.execute(sql`
    select r.id from roles r
    join regions g on g.id = r.region_id and g.parent_id is null
    join people p on p.id = r.person_id and p.closed_at is null
    where r.role = 'administrator' and r.revoked_at is null
      and (exists (select from staff_credentials c where c.person_id = p.id) or (p.demo and ${isDemoMode()}))
    order by r.id for update of r`);
  if (!others.some((other) => Number(other.id) !== roleId)) throw new Refusal("administration.lastAdministrator");
}

import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { people } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { makeLink } from "#domain/sign-in/links.ts";
import { giveRole } from "./grant-role.ts";
import type { personInput, staffInput } from "./input.ts";
import { readStaff } from "./read-staff.ts";
import { findScope } from "./scope.ts";

/**
 * Opens a desk with its first role. Answers the token of the link by which whoever sits there chooses name, password
 * and authenticator; it is shown once and not kept.
 */
export async function inviteStaff(
  db: Db,
  actor: Actor,
  input: z.output<typeof staffInput>,
  now: Now,
): Promise<{ personId: number; token: string }> {
  return transact(db, async (tx) => {
    const scope = await findScope(tx, input.role, input.scope);
    authorize(actor, "region.administer", scope);
    const personId = await openDesk(tx, input.nickname, now);
    await giveRole(tx, actor, personId, input.role, scope, now);
    return { personId, token: await makeLink(tx, "staff-invitation", personId, now) };
  });
}

/** A new link for a desk of one's regions: the first one was lost, or the authenticator was. */
export async function inviteAgain(
  db: Db,
  actor: Actor,
  { personId }: z.output<typeof personInput>,
  now: Now,
): Promise<{ personId: number; token: string }> {
  return transact(db, async (tx) => {
    const desk = (await readStaff(tx, actor)).find((staff) => staff.id === personId);
    if (!desk) throw new Refusal("administration.noSuchStaff");
    // Who may set somebody's password may act as them: so they must administer everything the other does.
    for (const held of desk.roles) authorize(actor, "region.administer", held);
    return { personId, token: await makeLink(tx, "staff-invitation", personId, now) };
  });
}

async function openDesk(tx: Tx, nickname: string, now: Now): Promise<number> {
  const [taken] = await tx
    .select({ id: people.id })
    .from(people)
    .where(sql`lower(${people.nickname}) = lower(${nickname})`);
  if (taken) throw new Refusal("people.nicknameTaken");
  const [desk] = await tx
    .insert(people)
    .values({ kind: "staff", nickname, createdAt: now.at })
    .returning({ id: people.id });
  return desk!.id;
}

import { and, eq, isNull, notInArray } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { leaders, letters, mailboxes, offices, roles } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { findOffice } from "./find.ts";
import type { officeInputOnly } from "./input.ts";
import { recordChange } from "./record-change.ts";
import { endRole } from "./revoke-role.ts";

/** Only when nothing is left that somebody waits for: no open letter, mailbox, position or office below. Its roles end. */
export async function closeOffice(
  db: Db,
  actor: Actor,
  input: z.output<typeof officeInputOnly>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const { office, region } = await findOffice(tx, input.office);
    authorize(actor, "region.administer", region);
    await refuseWhatIsOpen(tx, office.id);
    await tx.update(offices).set({ closedAt: now.at }).where(eq(offices.id, office.id));
    const held = await tx
      .select()
      .from(roles)
      .where(and(eq(roles.officeId, office.id), isNull(roles.revokedAt)))
      .for("update");
    for (const role of held) await endRole(tx, actor, role, { office: office.slug }, now);
    const change = { what: "office.close", subject: `office:${office.id}`, topics: [`office:${office.slug}`] };
    await recordChange(tx, actor, { ...change, counts: { office: office.slug }, words: office.name }, now);
  });
}

async function refuseWhatIsOpen(tx: Tx, officeId: number): Promise<void> {
  const inHand = await tx.$count(
    letters,
    and(eq(letters.leadOfficeId, officeId), notInArray(letters.state, ["closed", "refused", "withdrawn"])),
  );
  if (inHand > 0) throw new Refusal("administration.officeHasLetters", { count: inHand });
  const open = await tx.$count(mailboxes, and(eq(mailboxes.officeId, officeId), isNull(mailboxes.closedAt)));
  if (open > 0) throw new Refusal("administration.officeHasMailboxes", { count: open });
  const positions = await tx.$count(leaders, and(eq(leaders.officeId, officeId), isNull(leaders.closedAt)));
  if (positions > 0) throw new Refusal("administration.officeHasPositions", { count: positions });
  const below = await tx.$count(offices, and(eq(offices.parentId, officeId), isNull(offices.closedAt)));
  if (below > 0) throw new Refusal("administration.officeHasOffices", { count: below });
}

import { and, asc, eq, isNull } from "drizzle-orm";
import { mailboxes, offices } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { findMailboxFor } from "#domain/letters/find-mailbox.ts";
import type { Phone } from "./phone.ts";

/** Far above any real administration: only a circle of parents would go on. */
const highest = 10;

/** Where a complaint about an office goes: the nearest superior office that takes letters, else the region's triage. */
export async function findSuperiorMailbox(tx: Tx, { office, lineage }: Phone): Promise<string> {
  let parentId = office.parentId;
  for (let level = 0; parentId !== null && parentId !== office.id && level < highest; level += 1) {
    const [parent] = await tx.select({ parentId: offices.parentId }).from(offices).where(eq(offices.id, parentId));
    const [own] = await tx
      .select({ slug: mailboxes.slug })
      .from(mailboxes)
      .where(and(eq(mailboxes.officeId, parentId), isNull(mailboxes.leaderId), isNull(mailboxes.closedAt)))
      .orderBy(asc(mailboxes.id))
      .limit(1);
    if (own) return own.slug;
    parentId = parent?.parentId ?? null;
  }
  return (await findMailboxFor(tx, lineage)).slug;
}

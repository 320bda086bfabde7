import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { offices } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { findOffice } from "./find.ts";
import type { officeNameInput } from "./input.ts";
import { recordChange } from "./record-change.ts";

/** The office stays the same one, with its letters and its address; the log keeps the old name. */
export async function renameOffice(
  db: Db,
  actor: Actor,
  input: z.output<typeof officeNameInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const { office, region } = await findOffice(tx, input.office);
    authorize(actor, "region.administer", region);
    const { name, nameEn } = input;
    const shortName = input.shortName ?? name;
    if (name === office.name && shortName === office.shortName && nameEn === office.nameEn) return;
    await tx.update(offices).set({ name, shortName, nameEn }).where(eq(offices.id, office.id));
    const change = { what: "office.rename", subject: `office:${office.id}`, topics: [`office:${office.slug}`] };
    const counts = { office: office.slug };
    await recordChange(tx, actor, { ...change, counts, words: `${office.name} → ${name}` }, now);
  });
}

import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { offices } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { findOffice, findRegion } from "./find.ts";
import type { officePlaceInput } from "./input.ts";
import { recordChange } from "./record-change.ts";

/** To another region, under another superior, or both; by who administers where it is and where it goes. */
export async function moveOffice(
  db: Db,
  actor: Actor,
  input: z.output<typeof officePlaceInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const { office, region: from } = await findOffice(tx, input.office);
    authorize(actor, "region.administer", from);
    const to = await findRegion(tx, input.region);
    authorize(actor, "region.administer", to);
    const superior = input.parent ? await findOffice(tx, input.parent) : null;
    if (superior && !to.lineage.includes(superior.region.id)) throw new Refusal("administration.superiorElsewhere");
    if (superior && (await isBelow(tx, superior.office.id, office.id))) throw new Refusal("administration.ownSuperior");
    const parentId = superior?.office.id ?? null;
    if (to.id === from.id && parentId === office.parentId) return;
    await tx.update(offices).set({ regionId: to.id, parentId }).where(eq(offices.id, office.id));
    const change = { what: "office.move", subject: `office:${office.id}`, topics: [`office:${office.slug}`] };
    const counts = { office: office.slug, from: from.slug, to: to.slug, superior: superior?.office.slug ?? null };
    await recordChange(tx, actor, { ...change, counts }, now);
  });
}

/** Is the first office the second one, or somewhere below it? */
async function isBelow(tx: Tx, lower: number, upper: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    with recursive above as (
      select id, parent_id from offices where id = ${lower}
      union select o.id, o.parent_id from offices o join above on o.id = above.parent_id
    ) select 1 from above where id = ${upper}`);
  return rows.length > 0;
}

import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { offices } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { findOffice, findRegion } from "./find.ts";
import type { officeInput } from "./input.ts";
import { recordChange } from "./record-change.ts";

/** An office of a region; its superior, who decides reviews, may be of a region above. */
export async function createOffice(db: Db, actor: Actor, input: z.output<typeof officeInput>, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const region = await findRegion(tx, input.region);
    authorize(actor, "region.administer", region);
    const superior = input.parent ? await findOffice(tx, input.parent) : null;
    if (superior && !region.lineage.includes(superior.region.id)) throw new Refusal("administration.superiorElsewhere");
    const [office] = await tx
      .insert(offices)
      .values({
        slug: input.slug,
        name: input.name,
        nameEn: input.nameEn,
        shortName: input.shortName ?? input.name,
        regionId: region.id,
        parentId: superior?.office.id ?? null,
        supervises: input.supervises === "on",
        triages: input.triages === "on",
        createdAt: now.at,
      })
      .onConflictDoNothing()
      .returning({ id: offices.id });
    if (!office) throw new Refusal("administration.slugTaken");
    const change = { what: "office.create", subject: `office:${office.id}`, topics: [`office:${input.slug}`] };
    const counts = { office: input.slug, region: region.slug };
    await recordChange(tx, actor, { ...change, counts, words: input.name }, now);
  });
}

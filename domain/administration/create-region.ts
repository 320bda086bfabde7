import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { regions } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { findRegion } from "./find.ts";
import type { regionInput } from "./input.ts";
import { recordChange } from "./record-change.ts";

/** A county below the city, a township below a county; by an administrator of what lies above. */
export async function createRegion(db: Db, actor: Actor, input: z.output<typeof regionInput>, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const above = await findRegion(tx, input.parent);
    authorize(actor, "region.administer", above);
    if (input.level !== below[above.level]) throw new Refusal("administration.regionLevel");
    const [region] = await tx
      .insert(regions)
      .values({
        slug: input.slug,
        name: input.name,
        nameEn: input.nameEn,
        level: input.level,
        parentId: above.id,
        lineage: [],
      })
      .onConflictDoNothing()
      .returning({ id: regions.id });
    if (!region) throw new Refusal("administration.slugTaken");
    await tx
      .update(regions)
      .set({ lineage: [...above.lineage, region.id] })
      .where(eq(regions.id, region.id));
    const change = { what: "region.create", subject: `region:${region.id}`, topics: [`region:${input.slug}`] };
    await recordChange(tx, actor, { ...change, counts: { region: input.slug }, words: input.name }, now);
  });
}

const below: Record<string, string | undefined> = { city: "county", county: "township" };

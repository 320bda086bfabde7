import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type AdoptionOutcome, adoptions, leaders, offices } from "#db/schema/index.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Speaker } from "#domain/people/speaker.ts";
import type { Paper } from "./paper.ts";

/** What became of a suggestion. */
export interface Adoption {
  outcome: AdoptionOutcome;
  /** Who said so. */
  by: Pick<Speaker, "leader" | "office">;
  at: Date;
  approx: boolean;
  /** The meeting or document that adopted it. */
  document: Paper | null;
}

/** Of a letter that the asking function has shown to be readable; null while nobody has said anything about it. */
export async function readAdoption(db: Db, letterId: number): Promise<Adoption | null> {
  const [row] = await db
    .select({
      adoption: adoptions,
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
    })
    .from(adoptions)
    .innerJoin(offices, eq(offices.id, adoptions.officeId))
    .leftJoin(leaders, eq(leaders.id, adoptions.leaderId))
    .where(eq(adoptions.letterId, letterId));
  return row ? adoptionOf(row.adoption, { leader: row.leader, office: row.office }) : null;
}

export function adoptionOf(row: typeof adoptions.$inferSelect, by: Adoption["by"]): Adoption {
  const { outcome, changedAt, approx, document, documentNumber, documentOn, link } = row;
  return {
    outcome,
    by,
    at: changedAt,
    approx,
    document: document === null ? null : { name: document, number: documentNumber, on: documentOn as CivilDate, link },
  };
}

import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { callBacks, type Grade, offices, type Solved } from "#db/schema/index.ts";

/** What a letter's writer said on the telephone, and to which office. */
export interface CallBackVerdict {
  solved: Solved;
  attitude: Grade;
  speed: Grade;
  office: { slug: string; name: string; nameEn: string | null };
  at: Date;
}

/** 回访认定, beside what office and writer say themselves; null where nobody was reached. */
export async function readCallBackVerdict(db: Db, letterId: number): Promise<CallBackVerdict | null> {
  const [row] = await db
    .select({
      solved: callBacks.solved,
      attitude: callBacks.attitude,
      speed: callBacks.speed,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      at: callBacks.at,
    })
    .from(callBacks)
    .innerJoin(offices, eq(offices.id, callBacks.officeId))
    .where(and(eq(callBacks.letterId, letterId), eq(callBacks.state, "reached")));
  return row
    ? { solved: row.solved!, attitude: row.attitude!, speed: row.speed!, office: row.office, at: row.at! }
    : null;
}

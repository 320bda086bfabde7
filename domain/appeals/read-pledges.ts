import { and, desc, eq, isNull, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { people, pledges } from "#db/schema/index.ts";

/** A promise as everybody sees it. */
export interface ShownPledge {
  id: number;
  nickname: string;
  /** Null for things, and where `amountHidden`. */
  amount: number | null;
  amountHidden: boolean;
  things: string | null;
  at: Date;
  approx: boolean;
}

export interface PledgesPage {
  pledges: ShownPledge[];
  /** The cursor of the next page. */
  next: number | null;
}

/** Who promised what for an appeal that can be read, the newest first. */
export async function readPledges(db: Db, postId: number, after: number | null, most = 50): Promise<PledgesPage> {
  const rows = await db
    .select({ pledge: pledges, nickname: people.nickname })
    .from(pledges)
    .innerJoin(people, eq(people.id, pledges.personId))
    .where(
      and(eq(pledges.postId, postId), isNull(pledges.withdrawnAt), after === null ? undefined : lt(pledges.id, after)),
    )
    .orderBy(desc(pledges.id))
    .limit(most + 1);
  const shown = rows.slice(0, most).map(({ pledge, nickname }) => {
    const { id, amount, amountHidden, things, at, approx } = pledge;
    return { id, nickname, amount: amountHidden ? null : amount, amountHidden, things, at, approx };
  });
  return { pledges: shown, next: rows.length > most ? shown.at(-1)!.id : null };
}

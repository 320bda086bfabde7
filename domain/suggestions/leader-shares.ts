import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { adoptions, leaders, letters, mailboxes } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";

/** Of the suggestions to one leader that are decided, how many were adopted. */
export interface LeaderShare {
  leader: { handle: string; title: string; titleEn: string | null };
  adopted: number;
  partly: number;
  decided: number;
}

const count = (outcome: "adopted" | "partly") =>
  sql<number>`count(*) filter (where ${adoptions.outcome} = ${outcome})::int`;

/**
 * 采纳率: adopted whole or in part ÷ decided, of public suggestions, by the leader written to. What is only under study is in
 * neither number.
 */
export async function readLeaderShares(db: Db): Promise<LeaderShare[]> {
  return db
    .select({
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      adopted: count("adopted"),
      partly: count("partly"),
      decided: sql<number>`count(*)::int`,
    })
    .from(adoptions)
    .innerJoin(letters, eq(letters.id, adoptions.letterId))
    .innerJoin(mailboxes, eq(mailboxes.id, letters.mailboxId))
    .innerJoin(leaders, eq(leaders.id, mailboxes.leaderId))
    .where(and(ne(adoptions.outcome, "studied"), lettersFor(nobody, "letter.read")))
    .groupBy(leaders.id)
    .orderBy(desc(sql`count(*)`), asc(leaders.id));
}

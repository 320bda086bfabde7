import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, standardWordings, type WordingUse } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";

export interface Wording {
  id: number;
  words: string;
  use: WordingUse;
}

export interface WordingList {
  leader: { id: number; title: string; titleEn: string | null };
  wordings: Wording[];
}

/** The sentences of each position that this person holds, in their own order; a position without any has an empty list. */
export async function readWordings(db: Db, actor: Actor): Promise<WordingList[]> {
  const positions = isPerson(actor) ? actor.grants.flatMap(({ leaderId }) => leaderId ?? []) : [];
  if (positions.length === 0) return [];
  const rows = await db
    .select({
      leader: { id: leaders.id, title: leaders.title, titleEn: leaders.titleEn },
      wording: { id: standardWordings.id, words: standardWordings.words, use: standardWordings.use },
    })
    .from(leaders)
    .leftJoin(standardWordings, eq(standardWordings.leaderId, leaders.id))
    .where(inArray(leaders.id, positions))
    .orderBy(asc(leaders.id), asc(standardWordings.sort), asc(standardWordings.id));
  const lists = new Map<number, WordingList>();
  for (const { leader, wording } of rows) {
    const list = lists.get(leader.id) ?? { leader, wordings: [] };
    if (wording) list.wordings.push(wording);
    lists.set(leader.id, list);
  }
  return [...lists.values()];
}

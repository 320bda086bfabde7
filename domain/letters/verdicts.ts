import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { eventWords, type Grade, ratings, type Solved } from "#db/schema/index.ts";

/** What the writer said of one round. Silence leaves no row: it is 未评价. */
export interface RoundVerdict {
  round: number;
  solved: Solved;
  attitude: Grade;
  speed: Grade;
  late: boolean;
  at: Date;
  words: string | null;
}

/** The writer's verdicts, the first round first: it stays on record when the letter was reopened. */
export async function readVerdicts(db: Db, letterId: number): Promise<RoundVerdict[]> {
  const rows = await db
    .select({
      round: ratings.round,
      solved: ratings.solved,
      attitude: ratings.attitude,
      speed: ratings.speed,
      late: ratings.late,
      at: ratings.at,
      text: eventWords.text,
      hiddenAt: eventWords.hiddenAt,
    })
    .from(ratings)
    .leftJoin(eventWords, eq(eventWords.eventId, ratings.eventId))
    .where(eq(ratings.letterId, letterId))
    .orderBy(asc(ratings.round));
  return rows.map(({ text, hiddenAt, ...verdict }) => ({ ...verdict, words: hiddenAt ? null : text }));
}

import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters, unansweredCalls } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { answering, type Hours, saysNothing } from "./hours.ts";
import { dialled } from "./phone.ts";

/** A telephone as everybody reads it. */
export interface ShownPhone {
  id: number;
  label: string;
  number: string;
  /** What a tap dials. */
  dial: string;
  /** Null: nobody has said when somebody answers. */
  hours: Hours | null;
  note: string | null;
  demo: boolean;
  /** Should somebody answer now? Null where no hours are known. */
  open: boolean | null;
  /** The instant at which that changes today. */
  changesAt: Date | null;
  /** How many called in vain today, and the letter that it became. */
  unanswered: { n: number; letter: string } | null;
}

interface Kept {
  id: number;
  label: string;
  number: string;
  hours: unknown;
  note: string | null;
  demo: boolean;
}

export function shownPhone(kept: Kept, calls: Map<number, { n: number; letter: string }>, now: Now): ShownPhone {
  const { id, label, number, note, demo } = kept;
  const hours = kept.hours as Hours;
  const known = !saysNothing(hours);
  const { open, changesAt } = answering(hours, now);
  return {
    ...{ id, label, number, note, demo },
    dial: dialled(number),
    hours: known ? hours : null,
    open: known ? open : null,
    changesAt,
    unanswered: calls.get(id) ?? null,
  };
}

/** Calls in vain today, by telephone, with the newest letter that tells of them. */
export async function readCallsToday(
  db: Db,
  phoneIds: number[],
  now: Now,
): Promise<Map<number, { n: number; letter: string }>> {
  if (phoneIds.length === 0) return new Map();
  const rows = await db
    .select({
      phoneId: unansweredCalls.phoneId,
      n: sql<number>`count(*)::int`,
      letter: sql<string>`(array_agg(${letters.number} order by ${letters.id} desc))[1]`,
    })
    .from(unansweredCalls)
    .innerJoin(letters, eq(letters.id, unansweredCalls.letterId))
    .where(and(eq(unansweredCalls.on, now.today), inArray(unansweredCalls.phoneId, phoneIds)))
    .groupBy(unansweredCalls.phoneId);
  return new Map(rows.map(({ phoneId, ...calls }) => [phoneId, calls]));
}

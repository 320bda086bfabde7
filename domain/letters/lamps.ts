import { and, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { clocks, letters } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { letterClocks } from "./clock-kinds.ts";
import type { RunningLamp } from "./running-lamps.ts";

/** What a letter's lamp may burn for: its own clocks, and the review's after them. Of these never two run at once. */
export const lampClocks = [...letterClocks, "review"] as const;

/** Clocks that give a letter its lamp: an office owns them, and they have not stopped. */
export const burning = and(inArray(clocks.what, lampClocks), isNotNull(clocks.officeId), isNull(clocks.stoppedAt))!;

/**
 * Of letters that everybody knows of: an accusation's clock burns for its handlers alone. There are few of them, so that
 * what is counted for everybody looks them up, and not each letter there is.
 */
export const ofKnownLetters = sql`not exists (select 1 from ${letters} where ${letters.id} = ${clocks.letterId}
  and ${letters.kind} = 'accusation')`;

/** What `lightOf` says of each running clock, asked of all of them at once. A test holds the two together. */
export function lampSql(now: Now): SQL<RunningLamp> {
  const at = sql`${now.at.toISOString()}::timestamptz`;
  const lateAt = sql`coalesce(${clocks.lateAt}, ${clocks.dueAt})`;
  return sql<RunningLamp>`case
    when ${clocks.pausedAt} is not null then 'paused'
    when ${at} >= ${lateAt} then 'red'
    when ${clocks.provisional} then 'provisional'
    when ${at} >= ${clocks.amberAt} then 'amber'
    else 'green' end`;
}

/** Letters whose light burns like this now. */
export function lettersLit(lamp: RunningLamp, now: Now): SQL {
  return sql`exists (select 1 from ${clocks} where ${clocks.letterId} = ${letters.id} and ${burning} and ${lampSql(now)} = ${lamp})`;
}

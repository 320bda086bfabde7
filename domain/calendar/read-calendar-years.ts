import { desc } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { calendarYears } from "#db/schema/index.ts";

export interface CoveredYear {
  year: number;
  notice: string | null;
  noticeUrl: string | null;
}

/** The years whose notices were copied, the newest first. */
export async function readCalendarYears(db: Db): Promise<CoveredYear[]> {
  return db.select().from(calendarYears).orderBy(desc(calendarYears.year));
}

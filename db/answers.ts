import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Db } from "./client.ts";

/** Whether the database is there now. A pool that tries to connect again would wait far longer than a health check may. */
export async function answers(db: Db): Promise<boolean> {
  const asked = db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, pause(2_000, false, { ref: false })]);
}

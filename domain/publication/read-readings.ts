import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, offices } from "#db/schema/index.ts";

export interface Reading {
  eventId: number;
  what: "contact" | "original";
  at: Date;
  role: string | null;
  office: { name: string; nameEn: string | null } | null;
}

const shown = 30;

/** Who looked at the writer's contacts and original, by office and role and never by person: for the writer (art. 44). */
export async function readReadings(db: Db, letterId: number): Promise<Reading[]> {
  const rows = await db
    .select({
      eventId: events.id,
      what: events.what,
      at: events.at,
      role: events.role,
      office: { name: offices.name, nameEn: offices.nameEn },
    })
    .from(events)
    .leftJoin(offices, eq(offices.id, events.officeId))
    .where(and(eq(events.subject, `letter:${letterId}`), inArray(events.what, ["letter.opened", "letter.readContact"])))
    .orderBy(desc(events.id))
    .limit(shown);
  return rows.map(({ what, ...row }) => ({ ...row, what: what === "letter.readContact" ? "contact" : "original" }));
}

import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, regions, roles } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import { record } from "#domain/events/record.ts";
import { tell } from "#domain/notices/tell.ts";
import { type CivilDate, daysBetween } from "./civil-date.ts";
import type { Now } from "./now.ts";

/** The State Council's notice comes in autumn: whoever has to copy it is reminded so many days before dates become 预计. */
const warnedDays = 60;

export interface CoverageEnd {
  on: CivilDate;
  daysLeft: number;
}

/** The last day that a notice covers, once it is near; null while there is time. */
export function coverageEnd({ today, calendar }: Now): CoverageEnd | null {
  const daysLeft = daysBetween(today, calendar.coveredUntil);
  return daysLeft <= warnedDays ? { on: calendar.coveredUntil, daysLeft } : null;
}

/** The timetable: once for each year's end, a notice to every administrator of the whole platform. Says how many. */
export async function warnOfEnd(db: Db, now: Now): Promise<number> {
  const end = coverageEnd(now);
  if (!end) return 0;
  const subject = `calendar:${Number(end.on.slice(0, 4)) + 1}`;
  return transact(db, async (tx) => {
    const administrators = await tx
      .selectDistinct({ personId: roles.personId })
      .from(roles)
      .innerJoin(regions, eq(regions.id, roles.regionId))
      .where(and(eq(roles.role, "administrator"), isNull(roles.revokedAt), isNull(regions.parentId)));
    const said = and(eq(events.subject, subject), eq(events.what, "calendar.ends"));
    if (administrators.length === 0 || (await tx.$count(events, said)) > 0) return 0;
    const eventId = await record(tx, {
      what: "calendar.ends",
      topics: [],
      actor: clock,
      as: { role: "clock" },
      subject,
      counts: { until: end.on },
      public: false,
      at: now.at,
    });
    const telling = { eventId, what: "calendar.ends", kind: "desk", at: now.at, asks: true } as const;
    await tell(
      tx,
      telling,
      administrators.map(({ personId }) => personId),
      now,
    );
    return administrators.length;
  });
}

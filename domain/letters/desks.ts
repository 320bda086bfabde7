import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letterOffices, offices } from "#db/schema/index.ts";
import { civilDateOf, daysBetween } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { isLetters } from "./clock-kinds.ts";
import type { Place } from "./timeline.ts";
import type { Clock } from "./times.ts";

/** How long a letter lay on one desk (在谁手里多久): the passing-the-buck meter's raw material. */
export interface DeskTime {
  office: Place;
  part: "first" | "lead" | "assisting";
  from: Date;
  /** Null: it is there now. */
  until: Date | null;
  /** Calendar days, begun ones not counted. */
  days: number;
}

/** Every desk the letter came to, the one that received it first; time stops with the office's last clock. */
export async function readDesks(db: Db, letterId: number, times: Clock[], now: Now): Promise<DeskTime[]> {
  const rows = await db
    .select({
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      part: letterOffices.part,
      from: letterOffices.fromAt,
      until: letterOffices.untilAt,
    })
    .from(letterOffices)
    .innerJoin(offices, eq(offices.id, letterOffices.officeId))
    .where(eq(letterOffices.letterId, letterId))
    .orderBy(asc(letterOffices.fromAt), asc(letterOffices.part), asc(letterOffices.id));
  const ended = endOfWork(times);
  const first = firstDesk(times, rows[0]?.from ?? null);
  return [...(first ? [first] : []), ...rows].map(({ until, ...desk }) => {
    const left = until ?? ended;
    return { ...desk, until: left, days: daysBetween(civilDateOf(desk.from), civilDateOf(left ?? now.at)) };
  });
}

/** Before it was assigned it lay where it was to be accepted. */
function firstDesk(times: Clock[], assignedAt: Date | null): Omit<DeskTime, "days"> | null {
  const accept = times.find(({ what }) => what === "accept");
  if (!accept?.office) return null;
  return { office: accept.office, part: "first", from: accept.startedAt, until: assignedAt };
}

function endOfWork(times: Clock[]): Date | null {
  const offices = times.filter(({ what }) => isLetters(what));
  const last = offices.map(({ stoppedAt }) => stoppedAt).sort((a, b) => Number(b) - Number(a))[0] ?? null;
  // Accepted and not yet assigned: the accept clock has stopped and the finish clock runs.
  return offices.some(({ stoppedAt }) => stoppedAt === null) ? null : last;
}

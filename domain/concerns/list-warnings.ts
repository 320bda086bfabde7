import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { concerns, concernVerdicts, eventWords, leaders, offices, regions } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { warnedAs } from "#domain/access/to-concerns.ts";
import { warnedOf } from "#domain/access/visibility.ts";
import { addDays, type CivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Place } from "#domain/letters/timeline.ts";
import type { WarningShow } from "./input.ts";
import { countMembers, type Member, readMembers } from "./read-members.ts";
import { type Counted, type Surge, surgeOf } from "./surge.ts";

/** What one of those warned made of it. */
export interface Verdict {
  verdict: "noted" | "dismissed";
  office: Place;
  leader: { handle: string; title: string; titleEn: string | null } | null;
  at: Date;
  /** Why it is a false alarm. */
  words: string | null;
  size: number;
  own: boolean;
}

/** A concern that surges, with its evidence. */
export interface Warning extends Counted, Pick<Surge, "expected" | "tail"> {
  id: number;
  region: Place;
  surgedAt: Date;
  /** The newest of what gathered; of the rest only how many there are. */
  members: Member[];
  size: number;
  /** Two weeks, day by day, today last. */
  days: { on: CivilDate; n: number }[];
  verdicts: Verdict[];
}

const onPage = 10;
const shownMembers = 12;
const shownDays = 14;
/** A false alarm comes back when it has grown by half. */
const growth = 1.5;

/**
 * What surges in the regions of a leader or supervisor, the newest first, counted of what this person may read alone: what
 * would not surge by that is no warning for them. A false alarm stays away until it has grown by half.
 */
export async function listWarnings(
  db: Db,
  actor: Actor,
  { show, after }: { show: WarningShow; after?: number | undefined },
  now: Now,
): Promise<{ rows: Warning[]; next: number | null }> {
  const found = await findSurging(db, actor, after);
  const kept = found.slice(0, onPage);
  const ids = kept.map(({ id }) => id);
  const [members, verdicts] = await Promise.all([readMembers(db, actor, ids, now), readVerdicts(db, ids)]);
  const rows = kept.flatMap((concern) => {
    const mine = members.filter(({ concernId }) => concernId === concern.id);
    const counted = countMembers(mine, now);
    const { expected, tail, surges } = surgeOf(counted);
    if (!surges) return [];
    const plate = warnedAs(actor, concern.lineage);
    const said = verdicts
      .filter(({ concernId }) => concernId === concern.id)
      .map(({ officeId, leaderId, concernId: _, ...one }) => ({
        ...one,
        own: officeId === plate?.officeId && leaderId === plate.leaderId,
      }));
    if (isDismissed(said, mine.length) !== (show === "dismissed")) return [];
    const { id, region, surgedAt } = concern;
    return [
      {
        ...{ id, region, surgedAt: surgedAt!, ...counted, expected, tail },
        members: mine.slice(-shownMembers).reverse(),
        size: mine.length,
        days: daysOf(mine, now.today),
        verdicts: said,
      },
    ];
  });
  return { rows, next: found.length > onPage ? kept.at(-1)!.id : null };
}

const findSurging = (db: Db, actor: Actor, after: number | undefined) =>
  db
    .select({
      id: concerns.id,
      surgedAt: concerns.surgedAt,
      lineage: regions.lineage,
      region: { slug: regions.slug, name: regions.name, nameEn: regions.nameEn },
    })
    .from(concerns)
    .innerJoin(regions, eq(regions.id, concerns.regionId))
    .where(
      and(
        isNotNull(concerns.surgedAt),
        warnedOf(actor),
        after
          ? sql`(${concerns.surgedAt}, ${concerns.id}) < (select k.surged_at, k.id from ${concerns} k where k.id = ${after})`
          : undefined,
      ),
    )
    .orderBy(desc(concerns.surgedAt), desc(concerns.id))
    .limit(onPage + 1);

/** The newest word of each plate. */
async function readVerdicts(db: Db, concernIds: number[]) {
  if (concernIds.length === 0) return [];
  return db
    .selectDistinctOn([concernVerdicts.concernId, concernVerdicts.officeId, concernVerdicts.leaderId], {
      concernId: concernVerdicts.concernId,
      verdict: concernVerdicts.verdict,
      officeId: concernVerdicts.officeId,
      leaderId: concernVerdicts.leaderId,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      at: concernVerdicts.at,
      words: eventWords.text,
      size: concernVerdicts.size,
    })
    .from(concernVerdicts)
    .innerJoin(offices, eq(offices.id, concernVerdicts.officeId))
    .leftJoin(leaders, eq(leaders.id, concernVerdicts.leaderId))
    .leftJoin(eventWords, eq(eventWords.eventId, concernVerdicts.eventId))
    .where(inArray(concernVerdicts.concernId, concernIds))
    .orderBy(concernVerdicts.concernId, concernVerdicts.officeId, concernVerdicts.leaderId, desc(concernVerdicts.id));
}

/** Everybody judges for themselves: what one calls a false alarm the others still see. */
function isDismissed(verdicts: readonly Verdict[], size: number): boolean {
  const own = verdicts.find((one) => one.own);
  return own?.verdict === "dismissed" && size < own.size * growth;
}

function daysOf(members: readonly Member[], today: CivilDate): Warning["days"] {
  return Array.from({ length: shownDays }, (_, n) => {
    const on = addDays(today, n + 1 - shownDays);
    return { on, n: members.filter((member) => member.on === on).length };
  });
}

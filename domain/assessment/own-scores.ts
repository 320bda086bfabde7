import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contests, offices, reportRows, reports } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { addDays, civilDateOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Place } from "#domain/letters/timeline.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import type { Period } from "./period.ts";
import type { Score } from "./score.ts";

/** An office's own score in the newest version of a report, and whether it may still be contested. */
export interface OwnScore extends Score {
  period: Period;
  version: number;
  office: Place;
  mayContest: boolean;
  contested: boolean;
}

const shown = 12;

/** For those who speak for an office: its latest scores. */
export async function readOwnScores(db: Db, actor: Actor, now: Now): Promise<{ days: number; scores: OwnScore[] }> {
  const { "contest.within": days } = await readPolicies(db, now.today);
  const ids = isPerson(actor)
    ? actor.grants.flatMap(({ role, officeId }) => (role === "leader" || role === "operator" ? (officeId ?? []) : []))
    : [];
  if (ids.length === 0) return { days, scores: [] };
  const rows = await db
    .select({
      period: reports.period,
      version: reports.version,
      frozenAt: reports.frozenAt,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      score: reportRows.score,
      low: reportRows.low,
      high: reportRows.high,
      band: reportRows.band,
      contest: contests.id,
    })
    .from(reportRows)
    .innerJoin(reports, eq(reports.id, reportRows.reportId))
    .innerJoin(offices, eq(offices.id, reportRows.officeId))
    .leftJoin(contests, and(eq(contests.period, reports.period), eq(contests.officeId, reportRows.officeId)))
    .where(
      and(
        inArray(reportRows.officeId, ids),
        sql`not exists (select from reports newer where newer.period = ${reports.period} and newer.version > ${reports.version})`,
      ),
    )
    .orderBy(desc(reports.period), reportRows.officeId)
    .limit(shown);
  const scores = rows.map(({ frozenAt, contest, period, ...row }) => ({
    ...row,
    period: period as Period,
    contested: contest !== null,
    mayContest: contest === null && now.today <= addDays(civilDateOf(frozenAt), days),
  }));
  return { days, scores };
}

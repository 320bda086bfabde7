import { and, asc, desc, eq, getTableColumns, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, eventWords, formulas, offices, regions, reportRows, reports } from "#db/schema/index.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Place } from "#domain/letters/timeline.ts";
import { type Contest, listContests } from "./contests.ts";
import { type Exclusion, listExclusions } from "./exclusions.ts";
import { findReport } from "./freeze.ts";
import { daysOf, type Period } from "./period.ts";
import type { Counts, Score } from "./score.ts";

/** A period that was frozen, by its newest version. */
export interface ReportSummary {
  period: Period;
  version: number;
  frozenAt: Date;
}

/** One version of a period, and what it corrected of the one before. */
export interface Version extends ReportSummary {
  words: string | null;
  office: Place | null;
}

export interface OfficeScore extends Counts, Score {
  office: Place & { level: "city" | "county" | "township" };
}

/** A frozen report with everything that is needed to reckon it again. */
export interface OpenReport extends ReportSummary {
  from: CivilDate;
  to: CivilDate;
  asOf: CivilDate;
  newest: boolean;
  formula: { version: number; text: string; bands: { excellent: number; good: number; pass: number }; minimum: number };
  /** By level and place, never by score: an interval is no rank. */
  rows: OfficeScore[];
  exclusions: Exclusion[];
  contests: Contest[];
  versions: Version[];
}

const pageSize = 24;

/** The frozen periods of a kind, the newest first. */
export async function listReports(
  db: Db,
  kind: "month" | "year",
  after?: Period,
): Promise<{ reports: ReportSummary[]; next: Period | null }> {
  const rows = await db
    .selectDistinctOn([reports.period], {
      period: reports.period,
      version: reports.version,
      frozenAt: reports.frozenAt,
    })
    .from(reports)
    .where(and(eq(reports.kind, kind), after ? lt(reports.period, after) : undefined))
    .orderBy(desc(reports.period), desc(reports.version))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize).map((row) => ({ ...row, period: row.period as Period }));
  return { reports: shown, next: rows.length > pageSize ? (shown.at(-1)?.period ?? null) : null };
}

/** One report, the newest version unless another is named; null when there is none. */
export async function readReport(db: Db, period: Period, version?: number): Promise<OpenReport | null> {
  const report = await findReport(db, period, version);
  if (!report) return null;
  const [formula, rows, exclusions, contests, versions] = await Promise.all([
    db.select().from(formulas).where(eq(formulas.id, report.formulaId)),
    readRows(db, report.id),
    listExclusions(db, period),
    listContests(db, period),
    readVersions(db, period),
  ]);
  const { version: number, text, bands, minimum } = formula[0]!;
  return {
    period,
    ...daysOf(period),
    asOf: report.asOf as CivilDate,
    version: report.version,
    frozenAt: report.frozenAt,
    newest: report.version === versions[0]?.version,
    formula: { version: number, text, bands, minimum },
    rows,
    exclusions,
    contests,
    versions,
  };
}

async function readRows(db: Db, reportId: number): Promise<OfficeScore[]> {
  const { reportId: _, officeId: __, ...numbers } = getTableColumns(reportRows);
  const rows = await db
    .select({
      ...numbers,
      slug: offices.slug,
      name: offices.name,
      nameEn: offices.nameEn,
      level: regions.level,
    })
    .from(reportRows)
    .innerJoin(offices, eq(offices.id, reportRows.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(eq(reportRows.reportId, reportId))
    .orderBy(asc(regions.level), asc(regions.id), asc(offices.id));
  return rows.map(({ slug, name, nameEn, level, ...row }) => ({ ...row, office: { slug, name, nameEn, level } }));
}

async function readVersions(db: Db, period: Period): Promise<Version[]> {
  const rows = await db
    .select({
      version: reports.version,
      frozenAt: reports.frozenAt,
      words: eventWords.text,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
    })
    .from(reports)
    .innerJoin(events, eq(events.id, reports.eventId))
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .leftJoin(offices, eq(offices.id, events.officeId))
    .where(eq(reports.period, period))
    .orderBy(desc(reports.version));
  return rows.map((row) => ({ period, ...row }));
}

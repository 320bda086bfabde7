import { shows } from "#app/_edge/shows.ts";
import type { Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { isMonth, isPeriod } from "#domain/assessment/period.ts";
import { listReports, readReport } from "#domain/assessment/read-reports.ts";
import { listDraws, readDraw } from "#domain/call-backs/read-draws.ts";

const one = (given: string | string[] | undefined): string => (typeof given === "string" ? given : "");

/** 考核: the report frozen last, and all the others. */
export async function readAssessmentPage(query: Query) {
  await shows("assessment");
  const after = one(query.after);
  const [months, years] = await Promise.all([
    listReports(db, "month", isMonth(after) ? after : undefined),
    listReports(db, "year"),
  ]);
  const [newest] = after ? [] : months.reports;
  const report = newest ? await readReport(db, newest.period) : null;
  return {
    after: isMonth(after) ? after : null,
    report,
    months: months.reports,
    next: months.next,
    years: years.reports,
  };
}

/** One frozen report; an older version where the address names one. */
export async function readReportPage(period: string, query: Query) {
  if (!isPeriod(period)) return null;
  await shows(["assessment", `assessment:${period}`]);
  const version = /^[1-9]\d{0,3}$/.test(one(query.version)) ? Number(query.version) : undefined;
  return readReport(db, period, version);
}

/** 回访: how letters were drawn, and what came of it. */
export async function readDrawsPage(query: Query) {
  await shows("call-backs");
  const after = one(query.after);
  const { draws, next } = await listDraws(db, isMonth(after) ? after : undefined);
  return { after: isMonth(after) ? after : null, draws, next };
}

/** One month's draw, with everything needed to draw again. */
export async function readDrawPage(month: string) {
  if (!isMonth(month)) return null;
  await shows("call-backs");
  return readDraw(db, month);
}

import { stringify } from "csv-stringify/sync";
import { getLocale, getTranslations } from "next-intl/server";
import writeXlsxFile from "write-excel-file/node";
import { named } from "#components/people/named.ts";
import { db } from "#db/client.ts";
import { isPeriod } from "#domain/assessment/period.ts";
import { type OfficeScore, type OpenReport, readReport } from "#domain/assessment/read-reports.ts";

const columns = [
  "office",
  "received",
  "answered",
  "onTime",
  "judged",
  "calledBack",
  "solved",
  "partly",
  "verySatisfied",
  "satisfied",
  "acceptable",
  "yellow",
  "red",
  "orders",
  "upheld",
  "broken",
  "excluded",
  "score",
  "low",
  "high",
  "band",
] as const;

type Value = string | number | null;

/** A frozen report as a table to take away: the counts as they were frozen, a file for whoever reckons again. */
export function reportFile(format: "csv" | "xlsx") {
  return async (request: Request, { params }: { params: Promise<{ period: string }> }): Promise<Response> => {
    const { period } = await params;
    const version = Number(new URL(request.url).searchParams.get("version")) || undefined;
    const report = isPeriod(period) ? await readReport(db, period, version) : null;
    if (!report) return new Response(null, { status: 404 });
    const table = await tableOf(report);
    const body = format === "csv" ? csvOf(table) : await xlsxOf(table);
    const name = `assessment-${period}-v${report.version}.${format}`;
    return new Response(body, {
      headers: {
        "content-type": types[format],
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "public, max-age=0",
      },
    });
  };
}

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

async function tableOf({ rows }: OpenReport): Promise<Value[][]> {
  const [t, language] = await Promise.all([getTranslations("assessment"), getLocale()]);
  const cell = (row: OfficeScore, column: (typeof columns)[number]): Value => {
    if (column === "office") return named(language, row.office);
    if (column === "band") return t(`bands.${row.band ?? (row.score === null ? "noData" : "few")}`);
    return row[column];
  };
  return [columns.map((column) => t(`columns.${column}`)), ...rows.map((row) => columns.map((one) => cell(row, one)))];
}

/** Opened in a spreadsheet it is read as Chinese, and no name becomes a formula. */
const csvOf = (table: Value[][]): string => stringify(table, { bom: true, escape_formulas: true });

async function xlsxOf(table: Value[][]): Promise<Uint8Array<ArrayBuffer>> {
  const file = await writeXlsxFile(table.map((row) => row.map((value) => value ?? ""))).toBuffer();
  return new Uint8Array(file);
}

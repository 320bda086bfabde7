import { reportFile } from "#app/_edge/report-file.ts";

export const GET = reportFile("xlsx");

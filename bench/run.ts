import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { measureStart } from "./first-page.ts";
import { measureSealing, measureVerifying } from "./ledger.ts";
import { measureLiveSession } from "./live-session.ts";
import { measureBytes, measurePages } from "./pages.ts";
import { pinned } from "./pin.ts";
import { type Platform, startPlatform } from "./platform.ts";
import { measureQueue } from "./queue.ts";
import { type Result, tableOf } from "./results.ts";
import { measureScripts } from "./scripts-sent.ts";
import { measureSearch } from "./search.ts";
import { measureSignatures } from "./signatures.ts";
import { type Kept, speedDocument } from "./speed-document.ts";
import { measureManyStatistics, measureReplay, measureStatistics } from "./statistics.ts";
import { measureLongThread, measureManyComments } from "./threads.ts";
import { measureComments, measureFollowing, measureVotes } from "./writes.ts";

/** Every speed we claim: `npm run bench`, or some of it: `npm run bench -- P1 P6`. */
const measures: readonly [rows: string[], measure: (platform: Platform) => Promise<Result[]>][] = [
  [["P1", "P1b"], measurePages],
  [["F5"], measureBytes],
  [["F3"], measureScripts],
  [["P4"], measureComments],
  [["P6"], measureVotes],
  [["P7"], measureFollowing],
  [["P9"], measureSignatures],
  [["L1"], measureLiveSession],
  [["P10"], measureLongThread],
  [["P11"], measureSearch],
  [["S1"], measureStatistics],
  [["Q1"], measureQueue],
  [["A1"], measureSealing],
  [["A2"], measureVerifying],
  [["F1"], measureStart],
];

/** Those that take minutes: only when they are named. */
const longMeasures: typeof measures = [
  [["P8"], measureManyComments],
  [["S1b"], measureManyStatistics],
  [["S2"], measureReplay],
];

const file = join(import.meta.dirname, "results.json");

async function run(wanted: readonly string[]): Promise<void> {
  const named = [...measures, ...longMeasures].filter(([rows]) => rows.some((row) => wanted.includes(row)));
  const chosen = wanted.length === 0 ? measures : named;
  const results: Result[] = [];
  for (const [rows, measure] of chosen) {
    console.log(`${rows.join(", ")} …`);
    // Each on a platform of its own: what one has written must not slow down the next.
    const platform = await startPlatform();
    try {
      results.push(...(await measure(platform)));
    } finally {
      await platform.stop();
    }
  }
  console.log(`\n${tableOf(results)}`);
  keep(results);
}

/** Results of other rows stay as they were measured, with their own date and machine. */
function keep(results: readonly Result[]): void {
  const before: Record<string, Kept> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const machine = `${cpus()[0]?.model ?? "unknown"} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const circumstances = { measuredAt: new Date().toISOString(), machine, node: process.version, pinned, busyBefore };
  for (const { row, ...rest } of results) before[row] = { ...rest, ...circumstances };
  writeFileSync(file, `${JSON.stringify(before, null, 2)}\n`);
  writeFileSync(join(import.meta.dirname, "../docs/speed.md"), speedDocument(before));
}

/** How busy the machine was with other things when we began. */
const busyBefore = Number(loadavg()[0]!.toFixed(2));

await run(process.argv.slice(2));

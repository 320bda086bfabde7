import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { transact } from "#db/transact.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { rebuildSums } from "#domain/statistics/rebuild.ts";
import { scopeInput } from "#domain/statistics/scope.ts";
import { sumFigures } from "#domain/statistics/sum-figures.ts";
import type { Platform } from "./platform.ts";
import type { Result } from "./results.ts";
import { spreadOf } from "./rounds.ts";

const mailboxes = 1_020;
const published = 42_565;

/** All figures of every mailbox, as of now and as of a day that is over. */
export async function measureStatistics(platform: Platform): Promise<Result[]> {
  await makeFacts(platform, published);
  return [
    await timeOf(platform, "S1", "figures of 1,020 mailboxes, 42,565 letters", {}, { floor: 200, goal: 20 }),
    await timeOf(
      platform,
      "S1 past",
      "the same as of a day that is over",
      { to: "2011-05-31", asof: "2011-05-31" },
      { floor: 200, goal: 20 },
    ),
  ];
}

export async function measureManyStatistics(platform: Platform): Promise<Result[]> {
  await makeFacts(platform, 100 * published);
  return [await timeOf(platform, "S1b", "figures of 1,020 mailboxes, 4.26 M letters", {}, { floor: 2000, goal: 100 })];
}

async function timeOf(
  { db }: Platform,
  row: string,
  what: string,
  scope: Record<string, string>,
  marks: Pick<Result, "floor" | "goal">,
): Promise<Result> {
  const now = await readNow(db);
  const times: number[] = [];
  for (let n = 0; n < 21; n += 1) {
    const begun = performance.now();
    const figures = await sumFigures(db, scopeInput.parse(scope), "mailbox", now);
    times.push(performance.now() - begun);
    if (figures.size < mailboxes) throw new Error(`only ${figures.size} mailboxes have figures`);
  }
  return { row, what, unit: "ms", ...marks, less: true, value: spreadOf(times.slice(1)).median };
}

/** Facts alone: what they are derived from is another matter, and would take longer to make than to measure. */
async function makeFacts({ db }: Platform, letters: number): Promise<void> {
  await db.execute(sql`alter table letter_facts drop constraint letter_facts_letter_id_letters_id_fk`);
  await db.execute(sql`
    insert into mailboxes (slug, office_id, created_at)
    select 'measured-' || n, (select min(id) from offices), '2008-12-01' from generate_series(1, ${mailboxes}) n`);
  await db.execute(sql`
    insert into letter_facts (letter_id, mailbox_id, office_id, region_id, kind, received_on, due_on, answered_on, on_time,
      personally, closed)
    select 1000000 + n, m.first + n % ${mailboxes}, o.first, r.first + n % 6,
      (array['inquiry', 'suggestion', 'complaint', 'help']::letter_kind[])[1 + n % 4], d.day, d.day + 21,
      case when n % 50 > 0 then d.day + n % 14 end, n % 50 > 1, n % 7 = 0,
      case when n % 50 > 0 then datemultirange(daterange(d.day + 30, null)) else '{}' end
    from generate_series(1, ${letters}) n, lateral (select date '2008-12-01' + (n * 7) % 880 as day) d,
      (select min(id) as first from mailboxes where slug like 'measured-%') m,
      (select min(id) as first from offices) o, (select min(id) as first from regions) r`);
  await transact(db, rebuildSums);
  for (const table of ["letter_facts", "figures", "answer_days"]) {
    await db.execute(sql`vacuum analyze ${sql.identifier(table)}`);
  }
}

/** The letters of 2008-2011 through the domain's own functions, into a database of its own. */
export async function measureReplay(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "gongpu-bench-"));
  // The replay keeps its database one folder deeper, and under root that folder belongs to another user.
  chmodSync(folder, 0o755);
  try {
    const begun = performance.now();
    const program = spawn(process.execPath, ["scripts/replay.ts", "--check"], {
      cwd: join(import.meta.dirname, ".."),
      env: { ...process.env, DATA_DIR: folder, DATABASE_URL: "" },
      stdio: ["ignore", "inherit", "inherit"],
    });
    const [code] = await once(program, "exit");
    if (code !== 0) throw new Error("The replay is not what was published.");
    const minutes = (performance.now() - begun) / 60_000;
    const what = "full replay of 42,565 letters, compared";
    return [{ row: "S2", what, unit: "min", floor: 10, goal: 2, less: true, value: minutes }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

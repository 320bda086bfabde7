import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { CannotStart } from "#db/cannot-start.ts";
import { connect } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { seedCalendar } from "#db/seed/calendar.ts";
import { seedDemo } from "#db/seed/demo.ts";
import { generate } from "#db/seed/generated/generate.ts";
import { startOf } from "#domain/calendar/civil-date.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { readConfig, tellPages } from "#server/config.ts";
import { giveUp } from "#server/endings.ts";
import { say } from "#server/say.ts";
import { keptSecret } from "#server/secret.ts";

/**
 * `npm run generate -- --comments 10000000 --letters 1000000`: the scenario and behind it a city at size, into an empty
 * database of its own (`DATA_DIR/generated`, or an empty one that DATABASE_URL names). For measuring, never for use.
 */
const { values } = parseArgs({
  options: { comments: { type: "string", default: "1000000" }, letters: { type: "string", default: "100000" } },
});

async function main(): Promise<void> {
  const sizes = { comments: sizeOf(values.comments, 1_000), letters: sizeOf(values.letters, 100) };
  const config = readConfig(process.env);
  const dataDir = config.databaseUrl ? config.dataDir : join(config.dataDir, "generated");
  tellPages(config, { secret: config.secret ?? keptSecret(dataDir) });
  const { url, stop } = await openDatabase(config.databaseUrl, dataDir);
  await migrate(url);
  const { db, close } = connect(url, 1);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await seedCalendar(db);
    const now = await readNow(db);
    if (!(await seedDemo(db, now)))
      throw new CannotStart(
        `这个数据库不是空的：请换一个空的数据库，或先删除 ${dataDir}。`,
        `This database is not empty: name an empty one, or delete ${dataDir} first.`,
      );
    const began = performance.now();
    const made = await generate(sql, sizes, { until: startOf(now.today), calendar: now.calendar }, (what) =>
      console.log(`${((performance.now() - began) / 1000).toFixed(0)} s  ${what}`),
    );
    say(`数据已生成在 ${dataDir}，校验和 ${made.checksum}`, `The data lies in ${dataDir}, checksum ${made.checksum}`);
  } finally {
    await sql.end();
    await close();
    await stop();
  }
}

function sizeOf(given: string, least: number): number {
  const size = Number(given);
  if (Number.isInteger(size) && size >= least && size <= 50_000_000) return size;
  throw new CannotStart(
    `数量应为 ${least} 到 50000000 的整数。`,
    `A size is a whole number from ${least} to 50000000.`,
  );
}

main().catch(giveUp);

import { join } from "node:path";
import { sql } from "drizzle-orm";
import { CannotStart } from "#db/cannot-start.ts";
import { connect, type Db } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { prepareEvery } from "#db/prepare-every.ts";
import { seedCalendar } from "#db/seed/calendar.ts";
import { compareWithMargins } from "#db/seed/replay/compare.ts";
import { publishedMargins } from "#db/seed/replay/margins.ts";
import { replay } from "#db/seed/replay/replay.ts";
import { markDone, stateOf } from "#db/seed/replay/state.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { lastPosition } from "#domain/events/stamped.ts";
import { readConfig, tellPages } from "#server/config.ts";
import { consumers } from "#server/consumers.ts";
import { giveUp } from "#server/endings.ts";
import { consume } from "#server/relay/consume.ts";
import { stampEvents } from "#server/relay/stamp-events.ts";
import { say } from "#server/say.ts";
import { keptSecret } from "#server/secret.ts";

/**
 * `npm run replay`: the letters of 2008-2011 to their published totals, into a database of its own. `-- --check` compares
 * the statistics with every total, `-- --serve` shows them on PORT.
 */
const wishes = new Set(process.argv.slice(2));

/** Figures are kept day by day; the index of the search is made when it is served. */
const inward = ["statistics", "search"];
const statistics = consumers.find(({ name }) => name === "statistics")!;
/** Anybody else might write to people: of what is over nobody is told. */
const outward = consumers.map(({ name }) => name).filter((name) => !inward.includes(name));

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const dataDir = config.databaseUrl ? config.dataDir : join(config.dataDir, "replay");
  tellPages(config, { secret: config.secret ?? keptSecret(dataDir) });
  const { url, stop } = await openDatabase(config.databaseUrl, dataDir);
  await migrate(url);
  const { db, close } = connect(url, 1, prepareEvery);
  try {
    // A replay that is cut off begins anew: no day of it need be on the disk before the next one starts.
    await db.execute(sql`set synchronous_commit = off`);
    await playOnce(db, dataDir);
    if (wishes.has("--check")) await check(db);
  } finally {
    await close();
    await stop();
  }
  if (wishes.has("--serve")) await serve(dataDir);
}

async function playOnce(db: Db, dataDir: string): Promise<void> {
  const state = await stateOf(db);
  if (state === "other")
    throw new CannotStart(
      `这个数据库不是空的，也不是完整的重放：请换一个空的数据库，或先删除 ${dataDir}。`,
      `This database is neither empty nor a whole replay: name an empty one, or delete ${dataDir} first.`,
    );
  if (state === "done") return say("重放已经在这里。", "The replay is here already.");
  await seedCalendar(db);
  const { calendar } = await readNow(db);
  const began = performance.now();
  await replay(db, calendar, publishedMargins, async (day) => {
    await follow(db);
    if (day.endsWith("-01")) console.log(`${day}  ${seconds(began)} s`);
  });
  await markDone(db, await lastPosition(db), outward);
  say(`重放完成，用时 ${seconds(began)} 秒。`, `${publishedMargins.letters} letters in ${seconds(began)} s.`);
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(0);

/** The figures know a day before the next one begins. */
async function follow(db: Db): Promise<void> {
  while ((await stampEvents(db)).stamped > 0);
  while (await consume(db, statistics));
}

async function check(db: Db): Promise<void> {
  const compared = await compareWithMargins(db, publishedMargins, await readNow(db));
  const wrong = compared.filter(({ published, shown }) => published !== shown);
  for (const { what, published, shown } of compared)
    console.log(`${published === shown ? "=" : "≠"} ${what}: ${published}${published === shown ? "" : ` / ${shown}`}`);
  if (wrong.length === 0) return say("与公布的数字逐一相同。", "Every published total is there to the last digit.");
  process.exitCode = 1;
  say(`有 ${wrong.length} 个数不同。`, `${wrong.length} totals differ.`);
}

/** Nothing more happens to it: no timetable, nobody to sign in by a click. */
async function serve(dataDir: string): Promise<void> {
  Object.assign(process.env, {
    NODE_ENV: "production",
    DATA_DIR: dataDir,
    GONGPU_DEMO: "0",
    HOST: process.env.HOST ?? "127.0.0.1",
    ROLES: "web,relay",
  });
  await import("#server/main.ts");
}

main().catch(giveUp);

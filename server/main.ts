import { dirname } from "node:path";
import next from "next";
import { connect, type Db } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { type Config, readConfig, tellPages } from "./config.ts";
import { buildDoor } from "./door.ts";
import { atEnd, endOnSignal, giveUp } from "./endings.ts";
import { makeReady } from "./first-start.ts";
import { inWords } from "./in-words.ts";
import { startMovingParts } from "./moving-parts.ts";
import { say } from "./say.ts";
import { keptSecret } from "./secret.ts";
import { watchDatabase } from "./watch-database.ts";
import { answerWhileAway } from "./while-away.ts";

const dev = process.argv.includes("--dev");

/** Top to bottom is the order of starting; ends run from the last to the first. */
async function start(): Promise<void> {
  endOnSignal();
  const config = readConfig(process.env);
  const door = config.roles.has("web") ? await buildDoor(config.port, config.host) : undefined;
  const { dataDir, secret = keptSecret(dataDir), ledgerKey = keptSecret(dataDir, "ledger-key") } = config;
  tellPages(config, { secret, ledgerKey });

  say("正在启动数据库和页面……", "Starting the database and the pages …");
  // After an act that leads to another page Next asks its own address for it: without this, port 3000, whoever is there.
  const hostname = config.host === "0.0.0.0" ? "127.0.0.1" : config.host;
  const web = door && next({ dev, dir: dirname(import.meta.dirname), hostname, port: config.port });
  const [db] = await Promise.all([startDatabase(config), web?.prepare()]);

  const otherUpgrades = dev ? web?.getUpgradeHandler() : undefined;
  const pages = await startMovingParts(db, config, { http: door?.http, secret, ledgerKey, otherUpgrades });
  if (door && web) {
    const watch = watchDatabase(db);
    atEnd(watch.stop);
    const answer = web.getRequestHandler();
    const inFull = dev ? answer : inWords(answer, config.publicUrl);
    door.open(pages.before(answerWhileAway(inFull, watch.isAway)));
    atEnd(door.close);
    void pages.fill(["/", "/letters", "/leaders"]);
  }
  say(`公仆已就绪：${config.publicUrl}`, `Gongpu is ready after ${process.uptime().toFixed(1)} s.`);
}

async function startDatabase(config: Config): Promise<Db> {
  const { url, stop } = await openDatabase(config.databaseUrl, config.dataDir);
  atEnd(stop);
  await migrate(url);
  // Next's own copy of our modules opens its pool at the first request.
  process.env.DATABASE_URL = url;
  const { db, close } = connect(url, 20);
  atEnd(close);
  if (!config.databaseUrl) say(`数据在 ${config.dataDir}。`, "That is where the data lies.");
  await makeReady(db, config);
  return db;
}

start().catch(giveUp);

import next from "next";
import { connect, type Db } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { type Config, readConfig, tellPages } from "./config.ts";
import { buildDoor } from "./door.ts";
import { atEnd, endOnSignal, giveUp } from "./endings.ts";
import { startMovingParts } from "./moving-parts.ts";
import { keptSecret } from "./secret.ts";

const dev = process.argv.includes("--dev");

async function start(): Promise<void> {
  endOnSignal();
  const config = readConfig(process.env);
  const door = await buildDoor(config.port, config.host);
  const secret = config.secret ?? keptSecret(config.dataDir);
  tellPages(config, secret);

  say("正在启动数据库和页面……", "Starting the database and the pages …");
  const web = next({ dev, dir: import.meta.dirname.replace(/\/server$/, "") });
  const [db] = await Promise.all([startDatabase(config), web.prepare()]);

  const otherUpgrades = dev ? web.getUpgradeHandler() : undefined;
  const pages = await startMovingParts(db, config, { http: door.http, secret, otherUpgrades });
  door.open(pages.before(web.getRequestHandler()));
  atEnd(door.close);
  void pages.fill(["/", "/letters", "/leaders"]);
  say(`公仆已就绪：${config.publicUrl}`, `Gongpu is ready after ${process.uptime().toFixed(1)} s.`);
}

async function startDatabase({ databaseUrl, dataDir }: Config): Promise<Db> {
  const database = await openDatabase(databaseUrl, dataDir);
  atEnd(database.stop);
  await migrate(database.url);
  // Next's own copy of our modules opens its pool at the first request.
  process.env.DATABASE_URL = database.url;
  if (!databaseUrl) say(`数据在 ${dataDir}。`, "That is where the data lies.");
  const { db, close } = connect(database.url, 20);
  atEnd(close);
  return db;
}

function say(chinese: string, english: string): void {
  console.log(`${chinese} ${english}`);
}

start().catch(giveUp);

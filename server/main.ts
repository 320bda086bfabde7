import { dirname } from "node:path";
import next from "next";
import { connect, type Db } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { setBridge } from "#domain/events/bridge.ts";
import { lastPosition } from "#domain/events/stamped.ts";
import { type Config, readConfig, tellPages } from "./config.ts";
import { buildDoor } from "./door.ts";
import { atEnd, endOnSignal, giveUp } from "./endings.ts";
import { makeReady } from "./first-start.ts";
import { timetable } from "./jobs.ts";
import { createPageCache } from "./page-cache/page-cache.ts";
import { startRealtime } from "./realtime/start-realtime.ts";
import { startRelay } from "./relay/start-relay.ts";
import { say } from "./say.ts";
import { keptSecret } from "./secret.ts";
import { startTimetable } from "./start-timetable.ts";
import { followTestClock } from "./test-clock.ts";

const dev = process.argv.includes("--dev");

/** Top to bottom is the order of starting; ends run from the last to the first. */
async function start(): Promise<void> {
  endOnSignal();
  const config = readConfig(process.env);
  const { roles, publicUrl } = config;
  const door = roles.has("web") ? await buildDoor(config.port, config.host) : undefined;
  const secret = config.secret ?? keptSecret(config.dataDir);
  tellPages(config, secret);

  say("正在启动数据库和页面……", "Starting the database and the pages …");
  const pages = door && next({ dev, dir: dirname(import.meta.dirname) });
  const [db] = await Promise.all([startDatabase(config), pages?.prepare()]);

  const position = await lastPosition(db);
  const time = config.testClock ? followTestClock(db, () => cache.forgetAll()) : undefined;
  const told = (event: number) => relay.told(event);
  const cache = createPageCache({ publicUrl, keeps: !dev, position, told, clock: time?.clock ?? Date.now });
  const otherUpgrades = dev ? pages?.getUpgradeHandler() : undefined;
  const live = door && startRealtime(door.http, db, { publicUrl, secret, position, otherUpgrades });
  const relay = await startRelay(db, { tails: live ? [cache, live] : [], consumers: [], stamps: roles.has("relay") });
  setBridge({ poke: relay.poke, shows: cache.shows });
  const work = roles.has("jobs") ? startTimetable(db, timetable) : undefined;
  for (const part of [relay, time, live, work]) if (part) atEnd(part.stop);

  if (door && pages) {
    door.open(cache.before(pages.getRequestHandler()));
    atEnd(door.close);
  }
  say(`公仆已就绪：${publicUrl}`, `Gongpu is ready after ${process.uptime().toFixed(1)} s.`);
}

async function startDatabase(config: Config): Promise<Db> {
  const { url, stop } = await openDatabase(config.databaseUrl, config.dataDir);
  atEnd(stop);
  await migrate(url);
  // Next's own copy of our modules opens its pool at the first request.
  process.env.DATABASE_URL = url;
  const { db, close } = connect(url);
  atEnd(close);
  if (!config.databaseUrl) say(`数据在 ${config.dataDir}。`, "That is where the data lies.");
  await makeReady(db, config);
  return db;
}

start().catch(giveUp);

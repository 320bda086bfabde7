import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect } from "#db/client.ts";
import { openEmbedded } from "#db/embedded/open.ts";
import { migrate } from "#db/migrate.ts";
import { moveClock } from "#domain/calendar/move-clock.ts";
import { makeTestFolder, removeTestFolder } from "./folders.ts";

const root = join(import.meta.dirname, "..");

/** The platform as anybody would start it, in demo mode, with data of its own: what all journeys of a run visit. */
export default async function startPlatform(): Promise<() => Promise<void>> {
  const built = spawnSync(process.execPath, ["scripts/prepare.mjs", "build"], { cwd: root, stdio: "inherit" });
  if (built.status !== 0) throw new Error("The pages could not be built.");
  const { address, stop } = await startOne();
  process.env.GONGPU_JOURNEYS = address;
  return stop;
}

export interface Platform {
  address: string;
  stop(): Promise<void>;
}

/** A platform with data of its own; with a date, one where it is that day when it starts for the first time. */
export async function startOne(now?: Date): Promise<Platform> {
  const folder = await makeTestFolder();
  if (now) await setClock(folder, now);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const log = openSync(join(folder, "platform.log"), "w");
  const platform = spawn(process.execPath, ["server/main.ts"], {
    cwd: root,
    env: { ...process.env, ...settings, PORT: String(port), PUBLIC_URL: address, DATA_DIR: folder, DATABASE_URL: "" },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const stop = async () => {
    platform.kill("SIGTERM");
    if (platform.exitCode === null && platform.signalCode === null) await once(platform, "exit");
    removeTestFolder(folder);
  };

  if (!(await isUp(platform, address))) {
    const words = readFileSync(join(folder, "platform.log"), "utf8");
    await stop();
    throw new Error(`The platform did not start:\n${words}`);
  }
  return { address, stop };
}

/** The journeys move the clock forward only; where it begins is written down before anything else is. */
async function setClock(folder: string, now: Date): Promise<void> {
  const database = await openEmbedded(folder);
  await migrate(database.url);
  const { db, close } = connect(database.url, 1);
  await moveClock(db, now.getTime() - Date.now());
  await close();
  await database.stop();
}

const settings: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  HOST: "127.0.0.1",
  GONGPU_DEMO: "1",
  GONGPU_TEST_CLOCK: "1",
  // A zone with a quarter of an hour in it finds every place that forgot to say Asia/Shanghai.
  TZ: "Asia/Kathmandu",
};

/** The first start loads the scenario, every day of it: that may take minutes on a slow machine. */
async function isUp(platform: ChildProcess, address: string): Promise<boolean> {
  for (const end = Date.now() + 300_000; Date.now() < end && platform.exitCode === null; await pause(100)) {
    const answer = await fetch(`${address}/up`).catch(() => undefined);
    if (answer?.status === 200) return true;
  }
  return false;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { type Cluster, prepareCluster, readKeys } from "./folder.ts";
import { findProgram } from "./program.ts";
import { inUse, runningServer, startServer, stopServer } from "./server.ts";
import { durable, type Settings } from "./settings.ts";

const keeperName = "gongpu keeper";

export interface Embedded {
  url: string;
  stop(): Promise<void>;
}

/** A PostgreSQL of our own in `dataDir`. It is started again when it dies, on the port that every pool already knows. */
export async function openEmbedded(dataDir: string, settings: Settings = durable): Promise<Embedded> {
  const program = await findProgram();
  const cluster = prepareCluster(dataDir, program);
  await takeOver(cluster);

  let stopping = false;
  let server = await startServer(cluster, program, settings);
  let keeper = await keep(cluster);

  let reviving = Promise.resolve();
  const revive = async () => {
    await keeper.end({ timeout: 0 });
    await startAgain(async () => {
      server = await startServer(cluster, program, settings);
      keeper = await keep(cluster);
    });
    server.once("exit", whenGone);
  };
  const whenGone = () => {
    if (!stopping) reviving = revive();
  };
  server.once("exit", whenGone);

  return {
    url: urlOf(cluster, "gongpu"),
    stop: async () => {
      stopping = true;
      // Whoever stops it while it is coming back waits until it is there: half a start is nobody's to end.
      await reviving;
      await keeper.end({ timeout: 0 });
      await stopServer(server.pid!);
    },
  };
}

/** Where a program that runs on `dataDir` can be joined by another, such as `npm run admin`. */
export function addressOfRunning(dataDir: string): string | undefined {
  const running = runningServer(join(dataDir, "postgres"));
  if (!running) return undefined;
  const { password } = readKeys(join(dataDir, "postgres.json"));
  return urlOf({ port: running.port, password }, "gongpu");
}

const urlOf = ({ port, password }: Pick<Cluster, "port" | "password">, database: string) =>
  `postgres://gongpu:${password}@127.0.0.1:${port}/${database}`;

/**
 * A server found running was left behind by a killed program, and is stopped, or belongs to one that lives. The living
 * hold a connection for as long as they run; the dead lose it with their process, whatever became of their process id.
 */
async function takeOver(cluster: Cluster): Promise<void> {
  const running = runningServer(cluster.folder);
  if (!running) return;
  const sql = postgres(urlOf({ ...cluster, port: running.port }, "postgres"), { max: 1, connect_timeout: 5 });
  try {
    for (let look = 0; look < 5; look += 1) {
      const keepers = await sql`select 1 from pg_stat_activity where application_name = ${keeperName}`;
      if (keepers.length === 0) return await stopServer(running.pid);
      await pause(200);
    }
  } catch {
    // It does not let us in, so it is not ours to stop.
  } finally {
    await sql.end({ timeout: 0 });
  }
  throw inUse(cluster.folder);
}

/** The connection that tells others that this folder is in use; through it our database is made when missing. */
async function keep(cluster: Cluster): Promise<postgres.Sql> {
  const sql = postgres(urlOf(cluster, "postgres"), {
    max: 1,
    max_lifetime: null,
    connection: { application_name: keeperName },
  });
  const found = await sql`select 1 from pg_database where datname = 'gongpu'`;
  if (found.length === 0) await sql`create database gongpu`;
  return sql;
}

/** Children of a killed server take a moment to notice and to let go of its memory. */
async function startAgain<T>(start: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (attempt === 50) throw error;
      await pause(100);
    }
  }
}

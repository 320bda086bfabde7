import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CannotStart } from "../cannot-start.ts";
import { type Cluster, keepPort, plainEnvironment } from "./folder.ts";
import type { Program } from "./program.ts";
import { asFlags, type Settings } from "./settings.ts";

/** Starts the server and returns once it takes connections. A port that somebody else took meanwhile is given up for another. */
export async function startServer(
  cluster: Cluster,
  { postgres, user }: Program,
  settings: Settings,
): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    if (attempt > 1 || !(await isFree(cluster.port))) keepPort(cluster, await freePort());
    const log = openSync(cluster.log, "w", 0o600);
    // Its own session: Ctrl-C in the terminal reaches us alone, and we stop it after the last request.
    const server = spawn(postgres, ["-D", cluster.folder, "-p", String(cluster.port), ...asFlags(settings)], {
      ...user,
      cwd: "/",
      env: plainEnvironment,
      stdio: ["ignore", log, log],
      detached: true,
    });
    closeSync(log);
    const endWithUs = () => server.kill("SIGINT");
    process.once("exit", endWithUs);
    server.once("exit", () => process.off("exit", endWithUs));
    if (await isReady(server, cluster)) return server;
    const words = readFileSync(cluster.log, "utf8");
    if (attempt < 5 && words.includes("could not bind")) continue;
    throw unwilling(cluster, words);
  }
}

/** Lets running statements end by being cancelled, writes everything to disk, and is gone when this returns. */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, "SIGINT");
  if (await isGone(pid, 8_000)) return;
  signal(pid, "SIGQUIT");
  if (await isGone(pid, 2_000)) return;
  signal(pid, "SIGKILL");
}

/** The process id of a server that runs on this folder, one left behind by a killed program among them. */
export function runningServer(folder: string): { pid: number; port: number } | undefined {
  const [pid, , , port] = pidFile(folder);
  if (!pid || !isAlive(Number(pid))) return undefined;
  // After a restart of the machine or container the number may belong to any program.
  const name = `/proc/${pid}/comm`;
  if (existsSync("/proc/self/comm") && !(existsSync(name) && readFileSync(name, "utf8").startsWith("postgres"))) {
    rmSync(join(folder, "postmaster.pid"), { force: true });
    return undefined;
  }
  return { pid: Number(pid), port: Number(port) };
}

/** PostgreSQL writes its condition into the eighth line of its own pid file. */
async function isReady(server: ChildProcess, { folder }: Cluster): Promise<boolean> {
  let ended = false;
  server.once("error", () => (ended = true));
  server.once("exit", () => (ended = true));
  while (!ended) {
    const lines = pidFile(folder);
    if (Number(lines[0]) === server.pid && lines[7]?.startsWith("ready")) return true;
    await pause(20);
  }
  return false;
}

function pidFile(folder: string): string[] {
  try {
    return readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

function unwilling({ folder, log }: Cluster, words: string): CannotStart {
  if (words.includes("postmaster.pid")) return inUse(folder);
  const why = /(?:FATAL|PANIC): +(.*)/.exec(words)?.[1] ?? words.trim().split("\n").at(-1) ?? "";
  return new CannotStart(
    `内置数据库无法启动：${why}（详见 ${log}）。`,
    `The built-in database does not start: ${why} (more in ${log}).`,
  );
}

export const inUse = (folder: string) =>
  new CannotStart(
    `数据目录 ${folder} 正被另一个公仆程序使用，请先停止它，或用 DATA_DIR 指定别的目录。`,
    `The data folder ${folder} is in use by another running Gongpu: stop it first, or name another folder with DATA_DIR.`,
  );

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

const isAlive = (pid: number) => signal(pid, 0);

async function isGone(pid: number, within: number): Promise<boolean> {
  for (const end = Date.now() + within; Date.now() < end; await pause(20)) if (!isAlive(pid)) return true;
  return false;
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    if (port === 0) return resolve(false);
    const probe = createServer().once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { CannotStart } from "../cannot-start.ts";
import { canEnter, majorVersion, type Program } from "./program.ts";

/** What must be remembered between two starts to reach the same data again. */
export type Cluster = { folder: string; log: string; keys: string; port: number; password: string };

/** The cluster in `dataDir`, made when there is none. Says in a sentence what is wrong with a folder that cannot be used. */
export function prepareCluster(dataDir: string, program: Program): Cluster {
  makeWritable(dataDir);
  if (!canEnter(program.user, dataDir)) {
    throw new CannotStart(
      `数据库用户 postgres 无法进入数据目录 ${dataDir}，请把 DATA_DIR 设为它能到达的目录，例如 /var/lib/gongpu。`,
      `The database's user "postgres" cannot enter the data folder ${dataDir}: set DATA_DIR to one it can reach, such as /var/lib/gongpu.`,
    );
  }
  const folder = join(dataDir, "postgres");
  const keys = join(dataDir, "postgres.json");
  if (existsSync(folder)) checkVersion(folder);
  else createCluster(folder, keys, program);
  return { folder, log: join(dataDir, "postgres.log"), keys, ...readKeys(keys) };
}

export function keepPort(cluster: Cluster, port: number): void {
  cluster.port = port;
  writeFileSync(cluster.keys, JSON.stringify({ port, password: cluster.password }), { mode: 0o600 });
}

/** Tries it: as root or on a read-only disk the modes say nothing. */
export function makeWritable(dataDir: string): void {
  try {
    makeFolder(dataDir);
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
    // Closed to others, who may only pass through: root's server runs as another user.
    chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CannotStart(
      `数据目录 ${dataDir} 不可写(${why})，请修改它的权限，或用 DATA_DIR 指定别的目录。`,
      `The data folder ${dataDir} cannot be written to (${why}): change its permissions or name another with DATA_DIR.`,
    );
  }
}

/** Step by step: node's own `recursive` never returns below a folder like /proc, which denies that it is there. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function checkVersion(folder: string): void {
  const file = join(folder, "PG_VERSION");
  const version = existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
  if (version === majorVersion) return;
  if (version === undefined) {
    throw new CannotStart(
      `${folder} 里不是数据库(${readdirSync(folder).length} 个文件)，请移走它，或用 DATA_DIR 指定别的目录。`,
      `${folder} holds no database (${readdirSync(folder).length} files): move it away or name another folder with DATA_DIR.`,
    );
  }
  throw new CannotStart(
    `${folder} 的数据属于 PostgreSQL ${version}，本程序使用 ${majorVersion}：请先用原版本导出，或用 DATA_DIR 指定别的目录。`,
    `The data in ${folder} belongs to PostgreSQL ${version} and this program uses ${majorVersion}: export it with the old version first, or name another folder with DATA_DIR.`,
  );
}

/** Made beside its place and moved there whole: a start that is cut off leaves nothing half-made. */
function createCluster(folder: string, keys: string, { initdb, user }: Program): void {
  const unfinished = `${folder}.unfinished`;
  const passwordFile = `${folder}.password`;
  const password = randomBytes(24).toString("hex");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(unfinished, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const locale = [
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--lc-collate=C.UTF-8",
    "--lc-ctype=C.UTF-8",
  ];
  const made = spawnSync(
    initdb,
    ["-D", unfinished, "-E", "UTF8", ...locale, "-U", "gongpu", "-A", "scram-sha-256", `--pwfile=${passwordFile}`],
    { ...user, cwd: "/", env: plainEnvironment, encoding: "utf8" },
  );
  rmSync(passwordFile);
  if (made.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const why = (made.stderr || String(made.error ?? "")).trim().split("\n").at(-1);
    throw new CannotStart(
      `无法在 ${folder} 创建数据库：${why}`,
      `The database could not be created in ${folder}: ${why}`,
    );
  }
  writeFileSync(keys, JSON.stringify({ port: 0, password }), { mode: 0o600 });
  renameSync(unfinished, folder);
}

/** The caller's own PG… and LC_… settings must not reach our server. */
export const plainEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
};

export function readKeys(keys: string): { port: number; password: string } {
  try {
    return JSON.parse(readFileSync(keys, "utf8"));
  } catch {
    throw new CannotStart(
      `缺少 ${keys}，没有其中的密码就打不开数据库，请从备份恢复它。`,
      `${keys} is missing or damaged and the database cannot be opened without its password: restore it from a backup.`,
    );
  }
}

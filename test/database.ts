import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "#db/embedded/open.ts";
import { runningServer, stopServer } from "#db/embedded/server.ts";
import { throwaway } from "#db/embedded/settings.ts";
import { migrate } from "#db/migrate.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Migrated and empty; stays so, because tests roll back. */
    databaseUrl: string;
  }
}

/** One PostgreSQL a run, in a folder of its own, so that any number of runs can go on side by side. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const server = await openEmbedded(folder, throwaway);
  await migrate(server.url);
  // Nobody stays connected to the migrated one: PostgreSQL copies only a database that is at rest.
  const sql = postgres(server.url.replace(/gongpu$/, "postgres"), { max: 1 });
  await sql`create database rollback template gongpu`;
  await sql.end();
  project.provide("databaseUrl", server.url.replace(/gongpu$/, "rollback"));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

const prefix = "gongpu-test-";

/** What runs that were killed could not clean up themselves. The folder's name says which process made it. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const maker = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (!maker || isAlive(Number(maker))) continue;
    const server = runningServer(join(tmpdir(), name, "postgres"));
    if (server) await stopServer(server.pid);
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

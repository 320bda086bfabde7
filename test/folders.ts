import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runningServer, stopServer } from "#db/embedded/server.ts";

const prefix = "gongpu-test-";

/** A folder of this run, away from the checkout: the database's user may not be able to go there. */
export async function makeTestFolder(): Promise<string> {
  await removeLeftovers();
  return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
}

export function removeTestFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** What runs that were killed could not clean up themselves. The folder's name says which process made it. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const maker = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (!maker || isAlive(Number(maker))) continue;
    const server = runningServer(join(tmpdir(), name, "postgres"));
    if (server) await stopServer(server.pid);
    removeTestFolder(join(tmpdir(), name));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** With fewer than two cores, or without taskset, nothing is pinned, and the results say so. */
export const pinned = availableParallelism() > 1 && spawnSync("taskset", ["--version"]).status === 0;

/** What is measured runs on the first core, with its database; what makes the load on the second. */
export type Core = "measured" | "load";

/** Starts a program of ours on its core. */
export function start(core: Core, words: string[], env: Record<string, string> = {}, pipes = false): ChildProcess {
  const [command, ...rest] = pinned
    ? ["taskset", "-c", core === "measured" ? "0" : "1", process.execPath, ...words]
    : [process.execPath, ...words];
  return spawn(command!, rest, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", ...env },
    // Connections that end in the middle of a request, as those of a round do, are reported there one by one.
    stdio: pipes ? ["pipe", "pipe", "inherit"] : ["ignore", "ignore", "ignore"],
  });
}

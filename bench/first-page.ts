import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answers, freePort } from "./platform.ts";
import type { Result } from "./results.ts";
import { spreadOf } from "./rounds.ts";

/** From `npm start`, built and migrated, to the first page: every start but the first. */
export async function measureStart(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "gongpu-bench-"));
  try {
    await startOnce(folder);
    const times: number[] = [];
    for (let n = 0; n < 5; n += 1) times.push(await startOnce(folder));
    const { median } = spreadOf(times);
    return [
      {
        row: "F1",
        what: "npm start → first page, built and migrated",
        unit: "s",
        floor: 6,
        goal: 2.5,
        less: true,
        value: median,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string): Promise<number> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port), PUBLIC_URL: url, DATA_DIR: folder, DATABASE_URL: "" };
  const begun = performance.now();
  const program = spawn("npm", ["start"], {
    cwd: join(import.meta.dirname, ".."),
    env,
    stdio: "ignore",
    detached: true,
  });
  await answers(program, url);
  const seconds = (performance.now() - begun) / 1000;
  // npm and what it has started are one group of processes.
  process.kill(-program.pid!, "SIGTERM");
  await once(program, "exit");
  return seconds;
}

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium, { inflate } from "@sparticuz/chromium";

export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const quiet = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  "--no-first-run",
];

/** The machine's own Chromium, or the one inside an npm package: nothing is downloaded from anywhere else. */
export async function findChromium(): Promise<Browser> {
  // Chromium's sandbox does not work for root.
  const args = process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet;
  const own = installed.find((path) => existsSync(path));
  if (own) return { executablePath: own, args, env: {} };
  const executablePath = await chromium.executablePath();
  return { executablePath, args: [...args, "--headless=shell"], env: await borrowed(executablePath) };
}

/** What a bare machine lacks, libraries and fonts, comes with the package as well. */
async function borrowed(executablePath: string): Promise<Record<string, string>> {
  const fonts: Record<string, string> = existsSync("/etc/fonts") ? {} : { FONTCONFIG_PATH: join(tmpdir(), "fonts") };
  if (spawnSync(executablePath, ["--version", "--no-sandbox"]).status === 0) return fonts;
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  await inflate(join(entry, "../../bin/al2023.tar.br"));
  return { ...fonts, LD_LIBRARY_PATH: join(tmpdir(), "al2023/lib") };
}

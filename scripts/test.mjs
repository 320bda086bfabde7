// Everything a change must pass. Runs on whatever Node the machine has, and goes on after a failure to find all of them.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, node, root } from "./prepare.mjs";

const results = mkdtempSync(join(tmpdir(), "gongpu-results-"));
const colours = process.stdout.isTTY ? [] : ["--colors=off"];
const bin = (path) => join("node_modules", path);
const vitestResults = join(results, "vitest.json");
const journeyResults = join(results, "journeys.json");

/** Each is one test, but for those that count their own. */
const stages = [
  { name: "lint", run: [[bin("@biomejs/biome/bin/biome"), "ci", ".", ...colours]] },
  {
    name: "types",
    run: [
      [bin("next/dist/bin/next"), "typegen"],
      [bin("typescript/bin/tsc"), "--noEmit"],
    ],
  },
  { name: "dead code", run: [[bin("knip/bin/knip.js")]] },
  {
    name: "tests",
    run: [
      [bin("vitest/vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestResults}`],
    ],
    count: () => {
      const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(vitestResults, "utf8"));
      const unread = testResults.filter(
        ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
      );
      return [numPassedTests, numFailedTests + unread.length];
    },
  },
  { name: "build", run: [["scripts/prepare.mjs", "build"]] },
  {
    name: "journeys",
    run: [[bin("@playwright/test/cli.js"), "test", "--reporter=list,json"]],
    count: () => {
      const { stats } = JSON.parse(readFileSync(journeyResults, "utf8"));
      return [stats.expected + stats.flaky, stats.unexpected];
    },
  },
];

let running;

const env = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  PLAYWRIGHT_JSON_OUTPUT_FILE: journeyResults,
  ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
};

/** In a process group of its own, so that whatever it started can be ended with it. */
function run(words) {
  return new Promise((resolve) => {
    running = spawn(node, words, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"], detached: true });
    running.once("error", () => resolve(1));
    running.once("exit", (code) => {
      endGroup("SIGTERM");
      resolve(code ?? 1);
    });
  });
}

/** Passed and failed. A stage that ends badly without a failed test (a file that does not load) has failed as a whole. */
async function outcome({ name, run: commands, count }) {
  process.stdout.write(`\n── ${name}\n`);
  let code = 0;
  for (const words of commands) code ||= await run(words);
  try {
    const [passed, failed] = count ? count() : [1, 0];
    return code === 0 ? [passed, failed] : [count ? passed : 0, Math.max(failed, 1)];
  } catch {
    return [0, 1];
  }
}

function endGroup(signal) {
  try {
    process.kill(-running.pid, signal);
  } catch {
    // All of it is gone already.
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    endGroup("SIGINT");
    // Time for a database and a browser to end well.
    setTimeout(() => {
      endGroup("SIGKILL");
      process.exit(1);
    }, 10_000).unref();
    running?.once("exit", () => process.exit(1));
  });
}
process.once("exit", () => rmSync(results, { recursive: true, force: true }));

install();
let passed = 0;
let failed = 0;
for (const stage of stages) {
  const [well, badly] = await outcome(stage);
  if (badly > 0) process.stdout.write(`── ${stage.name}: failed\n`);
  passed += well;
  failed += badly;
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

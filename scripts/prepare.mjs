// Runs on whatever Node the machine has (20 or newer), before anything is installed: plain JavaScript, no dependency.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const ours = join(root, "node_modules/.bin");

/** The Node that the project is made for, from its own dependencies. */
export const node = join(ours, process.platform === "win32" ? "node.cmd" : "node");

/** Installs when what lies in node_modules is not what the lock says. */
export function install() {
  if (isInstalled()) return;
  say("正在安装依赖，约需一分钟……", "Installing dependencies, about a minute …");
  // npm may replace the Node that lies in node_modules: it must not run on it.
  const path = process.env.PATH.split(delimiter)
    .filter((folder) => folder !== ours)
    .join(delimiter);
  const npm = process.env.npm_execpath ? [process.env.npm_node_execpath ?? "node", process.env.npm_execpath] : ["npm"];
  // Not `npm ci`: it refuses a lock that lacks the binaries of other machines than the one where it was made.
  run(
    [...npm, "install", "--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    { PATH: path },
    [
      "依赖安装失败，请检查网络后再试一次。",
      "The dependencies could not be installed: check the network and try again.",
    ],
  );
  run([node, "--version"], {}, [
    "依赖已安装，但其中的 Node 24 不能运行，请允许 npm 执行安装脚本(ignore-scripts=false)后再试一次。",
    "Installed, but the Node 24 among the dependencies does not run: let npm execute install scripts (ignore-scripts=false) and try again.",
  ]);
}

/** Builds the pages when their sources are not those of the last build. */
export function build() {
  if (isBuilt()) return;
  say("正在编译页面……", "Building the pages …");
  const sources = sourcesHash();
  run([node, "node_modules/next/dist/bin/next", "build"], { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }, [
    "页面编译失败。",
    "The pages could not be built.",
  ]);
  writeFileSync(stamp, sources);
}

const stamp = join(root, ".next/built-from");

const isBuilt = () => existsSync(stamp) && readFileSync(stamp, "utf8") === sourcesHash();

function isInstalled() {
  const packagesIn = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  // npm writes this file last, and with it what it installed.
  if (!existsSync(join(root, "node_modules/.package-lock.json"))) return false;
  const installed = packagesIn("node_modules/.package-lock.json");
  return Object.entries(packagesIn("package-lock.json")).every(
    ([name, { version, optional }]) =>
      name === "" || installed[name]?.version === version || (optional && !installed[name]),
  );
}

function sourcesHash() {
  const hash = createHash("sha256");
  const add = (path) =>
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  for (const folder of ["app", "components", "db", "domain", "messages"]) {
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.sql$/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length));
    files.sort().forEach(add);
  }
  ["next.config.js", "postcss.config.js", "tsconfig.json", "package.json", "package-lock.json"].forEach(add);
  return hash.digest("hex");
}

/** Quiet while it goes well; shows everything when it does not. */
function run([command, ...words], environment, sentences) {
  const env = { ...process.env, ...environment };
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    cwd: root,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status === 0) return;
  process.stderr.write([stdout, stderr, error?.message ?? ""].join("\n"));
  giveUp(...sentences);
}

function say(chinese, english) {
  process.stdout.write(`${chinese} ${english}\n`);
}

/** Ends what was asked for with a sentence and no stack trace. */
class GivenUp extends Error {}

function giveUp(chinese, english) {
  throw new GivenUp(`${chinese}\n${english}`);
}

/** What can be known at once should not be said after a minute of installing. Once installed the server finds it out itself. */
async function checkPort() {
  const port = Number(process.env.PORT || 3000);
  const taken = await new Promise((resolve) => {
    const probe = createServer().once("error", ({ code }) => resolve(code === "EADDRINUSE"));
    probe.listen(port, process.env.HOST || "127.0.0.1", () => probe.close(() => resolve(false)));
  });
  if (!taken) return;
  giveUp(
    `端口 ${port} 已被占用，请停止占用它的程序，或用 PORT 指定别的端口。`,
    `Port ${port} is taken: stop the program that uses it, or name another port with PORT.`,
  );
}

async function prepareStart() {
  if (!isInstalled() || !isBuilt()) await checkPort();
  install();
  if (isBuilt()) return;
  if (spawnSync(node, ["scripts/check-settings.ts"], { cwd: root, stdio: "inherit" }).status !== 0) process.exit(1);
  build();
}

async function main(wish) {
  if (Number(process.versions.node.split(".")[0]) < 20)
    giveUp("需要 Node 20 或更新的版本。", "Node 20 or newer is needed.");
  if (wish === "start") return prepareStart();
  install();
  if (wish === "build") build();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv[2]).catch((error) => {
    process.stderr.write(`${error instanceof GivenUp ? error.message : error.stack}\n`);
    process.exitCode = 1;
  });
}

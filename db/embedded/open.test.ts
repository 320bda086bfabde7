import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkDatabase } from "../open.ts";
import { openEmbedded } from "./open.ts";
import { runningServer, stopServer } from "./server.ts";
import { durable } from "./settings.ts";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `gongpu-test-${process.pid}-embedded-`));
  onTestFinished(async () => {
    const server = runningServer(join(folder, "postgres"));
    if (server) await stopServer(server.pid);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

async function ask(url: string, question: string): Promise<unknown> {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql.unsafe(question);
  await sql.end();
  return row && Object.values(row)[0];
}

/** A program that opens the database, says so, and stays until it is killed. */
async function anotherProgram(folder: string) {
  const script = `
    const { openEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, "open.ts"))});
    console.log((await openEmbedded(${JSON.stringify(folder)})).url);
    setInterval(() => {}, 1000);`;
  const program = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void program.kill("SIGKILL"));
  const [line] = await once(program.stdout, "data");
  return { program, url: String(line).trim() };
}

describe("the embedded database", () => {
  test("keeps data, address and password from one start to the next, and its keys to itself", async () => {
    const folder = newFolder();
    const first = await openEmbedded(folder);
    await ask(first.url, "create table kept as select 42 as answer");
    await first.stop();
    const second = await openEmbedded(folder);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, "select answer from kept")).toBe(42);
    expect(await ask(second.url, "select current_setting('listen_addresses')")).toBe("127.0.0.1");
    expect(statSync(join(folder, "postgres.json")).mode & 0o777).toBe(0o600);
    await second.stop();
  });

  test("lets nobody in without the password", async () => {
    const { url, stop } = await openEmbedded(newFolder());
    await expect(checkDatabase(url.replace(/:[0-9a-f]+@/, ":wrong@"))).rejects.toThrow("password");
    await expect(checkDatabase(`${url}2`)).rejects.toThrow("no database named gongpu2");
    await expect(checkDatabase(url)).resolves.toBeUndefined();
    await stop();
    await expect(checkDatabase(url)).rejects.toThrow("cannot be reached");
  });

  test("is taken over from a program that was killed, with everything it had committed", async () => {
    const folder = newFolder();
    const { program, url } = await anotherProgram(folder);
    await ask(url, "create table kept as select 42 as answer");
    program.kill("SIGKILL");
    await once(program, "exit");
    const ours = await openEmbedded(folder);
    expect(await ask(ours.url, "select answer from kept")).toBe(42);
    await ours.stop();
  });

  test("is refused to a second program, and goes on for the first", async () => {
    const folder = newFolder();
    const { url } = await anotherProgram(folder);
    await expect(openEmbedded(folder)).rejects.toThrow(/正被另一个公仆程序使用.*\n.*in use by another running Gongpu/);
    expect(await ask(url, "select 1")).toBe(1);
  });

  test("comes back at the same address when its server is killed", async () => {
    const folder = newFolder();
    const { url, stop } = await openEmbedded(folder, durable);
    await ask(url, "create table kept as select 42 as answer");
    const killed = runningServer(join(folder, "postgres"))!.pid;
    process.kill(killed, "SIGKILL");
    await expect.poll(() => ask(url, "select answer from kept").catch(() => null), { timeout: 5_000 }).toBe(42);
    expect(runningServer(join(folder, "postgres"))!.pid).not.toBe(killed);
    await stop();
    expect(runningServer(join(folder, "postgres"))).toBeUndefined();
  });

  test("moves to another port when its own was taken", async () => {
    const folder = newFolder();
    const first = await openEmbedded(folder);
    await first.stop();
    const squatter = createServer().listen(Number(new URL(first.url).port), "127.0.0.1");
    await once(squatter, "listening");
    onTestFinished(() => void squatter.close());
    const second = await openEmbedded(folder);
    expect(second.url).not.toBe(first.url);
    expect(await ask(second.url, "select 1")).toBe(1);
    await second.stop();
  });

  test("begins anew after a start that was cut off half-way", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "postgres.unfinished"));
    writeFileSync(join(folder, "postgres.unfinished/PG_VERSION"), "18\n");
    const { url, stop } = await openEmbedded(folder);
    expect(await ask(url, "select 1")).toBe(1);
    await stop();
  });
});

describe("a folder that cannot be used is named in a sentence:", () => {
  test("one of another version, which stays as it is", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "postgres"));
    writeFileSync(join(folder, "postgres/PG_VERSION"), "15\n");
    await expect(openEmbedded(folder)).rejects.toThrow(/PostgreSQL 15.*\n.*PostgreSQL 15/);
    expect(readFileSync(join(folder, "postgres/PG_VERSION"), "utf8")).toBe("15\n");
  });

  test("one with something else in it", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "postgres"));
    writeFileSync(join(folder, "postgres/holiday.jpg"), "");
    await expect(openEmbedded(folder)).rejects.toThrow("holds no database (1 files)");
  });

  test("one that cannot be written to", async () => {
    await expect(openEmbedded("/proc/gongpu")).rejects.toThrow("cannot be written to");
    await expect(openEmbedded("/etc/hostname/gongpu")).rejects.toThrow("cannot be written to");
  });

  test("one whose keys are lost", async () => {
    const folder = newFolder();
    await (await openEmbedded(folder)).stop();
    rmSync(join(folder, "postgres.json"));
    await expect(openEmbedded(folder)).rejects.toThrow("restore it from a backup");
  });
});

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { writeLetter } from "./write-a-letter.ts";

const past = "HY-2011-00004";

/** A folder with nothing of the platform in it but the verifier, as it was downloaded. */
async function folderOf(request: APIRequestContext, { outputDir }: TestInfo) {
  mkdirSync(outputDir, { recursive: true });
  const file = (name: string) => join(outputDir, name);
  const script = file("verify-ledger.mjs");
  writeFileSync(script, await (await request.get("/ledger/verify-ledger.mjs")).text());
  const verify = (...files: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, [script, ...files], { cwd: outputDir, encoding: "utf8" });
    return { status, stdout };
  };
  return { file, verify };
}

async function keep(page: Page, link: string, path: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
  await download.saveAs(path);
  return readFileSync(path, "utf8");
}

test("a reader keeps a letter's proof, checks it offline and in the browser, and finds what was changed", async ({
  visitor,
}, info) => {
  const reader = await visitor();
  const { request } = reader;
  const { file, verify } = await folderOf(request, info);

  await reader.goto(`/letters/${past}`);
  await expect(reader.locator("#seal")).toContainText("条记录已封存");
  const whole = await keep(reader, "下载证明", file("ledger.json"));
  expect(verify("ledger.json")).toMatchObject({ status: 0, stdout: expect.stringContaining("没有发现改动") });

  const [answered] = JSON.parse(whole).events.filter(({ words }: { words?: object }) => words);
  writeFileSync(file("changed.json"), whole.replace(answered.words.salt, answered.words.salt.replace(/^./, "x")));
  expect(verify("changed.json")).toMatchObject({ status: 1, stdout: expect.stringContaining("不是当时封存的文字") });

  await reader.getByRole("link", { name: "自己核对" }).click();
  await expect(reader).toHaveURL(/\/ledger#check$/);
  const said = reader.getByRole("status").filter({ hasText: /\S/ });
  await reader.getByLabel("存证文件").setInputFiles(file("ledger.json"));
  await expect(said).toContainText(`信件 ${past} 的`);
  await expect(said).toContainText("没有发现改动");
  await reader.getByLabel("存证文件").setInputFiles(file("changed.json"));
  await expect(said).toContainText("不是当时封存的文字");
  await reader.getByLabel("或者把文件的内容粘贴到这里").fill(whole.replace(/"index":\d+/, '"index":0'));
  await reader.getByRole("button", { name: "核对" }).click();
  await expect(said).toContainText("第 1 条记录不在检查点所签的记录里");
});

test("a reader who kept an older checkpoint sees that the record only went on; a writer keeps what only they may read", async ({
  visitor,
  citizen,
}, info) => {
  const { request } = await visitor();
  const { file, verify } = await folderOf(request, info);
  const get = async (path: string, name: string) => {
    const text = await (await request.get(path)).text();
    writeFileSync(file(name), text);
    return text;
  };
  const sizeOf = (checkpoint: string) => Number(checkpoint.split("\n")[1]);
  await get("/ledger/key", "key");
  const from = sizeOf(await get("/ledger/checkpoint", "older"));

  const writer = await citizen();
  const letter = { kind: "投诉", title: "文昌路晚上没有灯", body: "文昌路 12 号一段的路灯坏了三天。" } as const;
  const { number } = await writeLetter(writer, { ...letter, visible: "仅办理单位可见" });
  const own = `/letters/${number}/act/ledger.json`;
  await expect(async () => expect((await writer.request.get(own)).status()).toBe(200)).toPass();
  await keep(writer, "下载我的存证", file("own.json"));
  const kept = verify("own.json");
  expect(kept).toMatchObject({ status: 0, stdout: expect.stringContaining(`信件 ${number} 的 1 条记录`) });
  expect(kept.stdout).toContain("其中 1 条打开了封存内容");
  for (const path of [own, `/letters/${number}/ledger.json`]) expect((await request.get(path)).status()).toBe(404);

  const to = sizeOf(await get("/ledger/checkpoint", "newer"));
  expect(to).toBeGreaterThan(from);
  await get(`/ledger/consistency?from=${from}&to=${to}`, "consistency.json");
  expect(verify("older", "newer", "consistency.json", "key")).toMatchObject({ status: 0 });
  let entries = "";
  for (let n = 0; n < to; n += 1_000)
    entries += await get(`/ledger/entries?from=${n}&to=${Math.min(n + 999, to - 1)}`, "some");
  writeFileSync(file("entries.jsonl"), entries);
  expect(verify("entries.jsonl", "newer", "older", "key")).toMatchObject({ status: 0 });
  writeFileSync(file("less.jsonl"), entries.split("\n").toSpliced(7, 1).join("\n"));
  expect(verify("less.jsonl", "newer")).toMatchObject({ status: 1, stdout: expect.stringContaining("第 7 条缺失") });
});

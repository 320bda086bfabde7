import { expect, test } from "./fixtures.ts";
import { openDiscussion, say, unique } from "./talk.ts";

test("what was said is found by its words within moments, marked, and leads back to where it stands", async ({
  citizen: enter,
  visitor,
}) => {
  const [citizen, reader] = [await enter(), await visitor()];
  await openDiscussion(citizen);
  const words = unique("钟楼底下的石阶缺了两级");
  await say(citizen, words);
  await reader.goto("/search");
  await reader.getByRole("main").getByRole("searchbox").fill("石阶缺了");
  await expect(async () => {
    await reader.getByRole("main").getByRole("button", { name: "搜索" }).click();
    await expect(reader.getByText(words)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await expect(reader.locator("mark").first()).toHaveText("石阶缺了");
  await reader.getByRole("link", { name: "看评论和讨论" }).first().click();
  await expect(reader.getByText(words)).toBeVisible();
});

test("offices are offered while somebody types, and never while Chinese is being composed", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/search");
  const field = page.getByRole("main").getByLabel("要找的词");
  await field.focus();
  await expect(field).toHaveRole("combobox");
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/api/suggest") && asked.push(request.url()));

  const browser = await page.context().newCDPSession(page);
  await browser.send("Input.imeSetComposition", { text: "jiaotong", selectionStart: 8, selectionEnd: 8 });
  await page.waitForTimeout(600);
  expect(asked).toEqual([]);
  await browser.send("Input.insertText", { text: "交通" });
  const offers = page.getByRole("listbox", { name: "单位和领导" }).getByRole("option");
  await expect(offers.filter({ hasText: "交通运输局" })).toBeVisible();

  await field.press("ArrowDown");
  await expect(offers.first()).toHaveAttribute("aria-selected", "true");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/(offices|leaders)\//);
});

test("nothing found, too little typed and nothing typed each say what to do, without scripts too", async ({
  visitor,
}) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto("/search");
  const main = page.getByRole("main");
  await expect(main.getByText("输入要找的词")).toBeVisible();
  for (const [typed, said] of [
    ["水", "再多写一个字"],
    ["天上的月亮", "没有找到“天上的月亮”"],
  ] as const) {
    await main.getByRole("searchbox").fill(typed);
    await main.getByRole("button", { name: "搜索" }).click();
    await expect(main.getByText(said)).toBeVisible();
    await expect(main.getByRole("searchbox")).toHaveValue(typed);
  }
});

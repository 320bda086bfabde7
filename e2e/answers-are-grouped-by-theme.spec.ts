import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { said } from "./hear.ts";
import { say, unique } from "./talk.ts";

async function answer(page: Page, path: string, words: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("radio", { name: "最该先修的一处" }).check();
  await say(page, words);
}

test("answers that speak of one thing gather under a theme, which those who asked name as people would", async ({
  as,
  visitor,
  citizen,
}) => {
  // Answers are grouped some seconds after they were written, and this waits for it.
  test.slow();
  const [leader, reader] = [await as("leader"), await visitor()];
  const body = unique("请大家拍砖。");
  await leader.goto("/desk/posts");
  await leader.getByRole("radio", { name: "征集（拍砖）" }).check();
  await leader.getByLabel("写微博").fill(body);
  await leader.getByLabel("第 1 问").fill("最该先修的一处");
  await leader.getByRole("button", { name: "现在发布" }).click();
  await leader.getByRole("link", { name: "去看这条微博" }).click();
  const path = new URL(leader.url()).pathname;
  await reader.goto(path);

  const [first, second, third] = ["北街的井盖松了。", "校门口井盖缺了一角。", "公厕关着门。"].map(unique) as [
    string,
    string,
    string,
  ];
  const [one, other] = [await citizen(), await as("citizen")];
  await answer(one, path, first);
  await answer(one, path, third);
  await answer(other, path, second);

  const theme = reader.getByRole("link", { name: /^井盖\s*2 条回答/ });
  await expect(theme).toBeVisible({ timeout: 20_000 });
  await expect(reader.getByText(first).first()).toBeVisible();
  await theme.click();
  await expect(reader.getByText("只看主题“井盖”的回答。")).toBeVisible();
  await expect(reader.locator("#comments").getByText(second)).toBeVisible();
  await expect(reader.locator("#comments").getByText(third)).toHaveCount(0);

  await leader.goto(`/desk${path}/themes`);
  await leader.getByText(/^井盖 · 2 条回答/).click();
  await leader.getByLabel("主题名").fill("松动的井盖");
  await leader.getByRole("button", { name: "改名" }).click();
  await expect(said(leader, "名字改好了")).toBeVisible();
  await leader.getByLabel("或新主题").last().fill("公共厕所");
  await leader.getByRole("button", { name: /^归过去.*公厕/ }).click();
  await expect(said(leader, "归好了")).toBeVisible();

  await expect(reader.getByRole("link", { name: /^松动的井盖\s*2 条回答/ })).toBeVisible({ timeout: 20_000 });
  await expect(reader.getByRole("link", { name: /^公共厕所\s*1 条回答/ })).toBeVisible();
});

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openDiscussion, say, unique } from "./talk.ts";

/** With the page's own script, or as a plain form that leads on: whichever is there when it is pressed. */
async function pressFollow(page: Page): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.url().endsWith("/api/follows"));
  await page.getByRole("main").getByRole("button", { name: "关注" }).click();
  await answered;
}

test("a citizen follows a leader and a tag, finds them together, and follows them no more", async ({
  citizen: enter,
}) => {
  const page = await enter();
  await page.goto("/leaders/shizhang");
  await pressFollow(page);
  await page.goto("/leaders/shizhang");
  await expect(page.getByRole("main").getByRole("button", { name: "已关注" })).toBeVisible();

  await openDiscussion(page);
  const words = unique("#夜市占道# 昨晚又摆到了车道上");
  await say(page, words);
  await page.getByRole("link", { name: "#夜市占道#" }).first().click();
  await expect(page.getByRole("heading", { name: "#夜市占道#" })).toBeVisible();
  await expect(page.getByText(words)).toBeVisible();
  await pressFollow(page);
  await page.goto("/me/following");
  await expect(page.getByRole("article").first()).toContainText("市长");
  await expect(page.getByRole("link", { name: "#夜市占道#" })).toBeVisible();
  await page.getByRole("button", { name: "不再关注#夜市占道#" }).click();
  await expect(page.getByRole("link", { name: "#夜市占道#" })).toHaveCount(0);
});

test("who has not signed in is asked to, without scripts too, and follows then", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto("/leaders/shizhang");
  await page.getByRole("main").getByRole("button", { name: "关注" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
});

test("who follows a leader is told on 关注 that there is something new, and where a region is followed", async ({
  citizen: enter,
  as,
}) => {
  const [page, leader] = [await enter(), await as("leader")];
  for (const path of ["/leaders/shuji", "/letters?region=yuancheng"]) {
    await page.goto(path);
    await pressFollow(page);
  }
  await page.goto("/me/following");
  await expect(page.getByRole("link", { name: "源城区", exact: true })).toBeVisible();
  await leader.goto("/desk/posts");
  const words = unique("今天下午在信访大厅接待来访。");
  await leader.getByLabel("写微博").fill(words);
  await leader.getByRole("button", { name: "现在发布", exact: true }).click();
  await page.getByRole("link", { name: /^有 \d+ 条新微博/ }).click();
  await expect(page.getByText(words)).toBeVisible();
});

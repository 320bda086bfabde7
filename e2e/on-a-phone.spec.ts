import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Nothing is wider than the screen: a page that scrolls sideways hides words from whoever reads it. */
async function fits(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
}

test("on a phone the bottom bar leads to the main places, and a letter is written", async ({ citizen }) => {
  const page = await citizen(phone);
  await page.goto("/");
  const bar = page.getByRole("navigation", { name: "常用" });
  await expect(bar.getByRole("link")).toHaveText(["首页", "领导", "我要留言", /^我的/]);
  await bar.getByRole("link", { name: "领导" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "领导和单位" })).toBeVisible();
  await bar.getByRole("link", { name: "我要留言" }).click();
  const title = unique("路灯坏了");
  const { number } = await writeLetter(page, { kind: "投诉", title, body: "小区门口的路灯坏了一个星期。" });
  await fits(page, `/letters/${number}/act`);
  await bar.getByRole("link", { name: /^我的/ }).click();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
});

test("on a phone no page of the square scrolls sideways", async ({ visitor }) => {
  const page = await visitor(phone);
  const { posts } = await (await page.request.get("/index.json")).json();
  const { letters } = await (await page.request.get("/letters.json")).json();
  for (const path of [
    "/",
    "/leaders",
    "/leaders/shuji",
    "/offices/jiaotong",
    `/posts/${posts[0].id}`,
    "/letters",
    `/letters/${letters[0].number}`,
    `/letters/${letters.at(-1).number}`,
    "/look-up",
    "/log",
    "/write",
    "/sign-in",
  ])
    await fits(page, path);
});

test("on a phone no page of a desk scrolls sideways", async ({ as }) => {
  const triage = await as("triage", phone);
  await fits(triage, "/desk/letters");
  const letter = triage.locator('a[href^="/desk/letters/HY-"]').first();
  await fits(triage, (await letter.getAttribute("href", { timeout: 10_000 }))!);
  const administrator = await as("administrator", phone);
  for (const path of ["/desk/administration", "/desk/administration/people", "/desk/administration/offices/jiaotong"])
    await fits(administrator, path);
  const moderator = await as("moderator", phone);
  await fits(moderator, "/desk/comments");
  const leader = await as("leader", phone);
  for (const path of ["/desk/today", "/desk/posts", "/desk/letters"]) await fits(leader, path);
  await fits(await as("supervisor", phone), "/desk/lights");
});

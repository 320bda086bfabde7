import { expect, test } from "./fixtures.ts";
import { comment, openDiscussion, say, unique } from "./talk.ts";

test("a citizen keeps a comment and a letter, finds them again alone, and lets go of one", async ({
  citizen: enter,
  visitor,
}) => {
  const page = await enter();
  await openDiscussion(page);
  const words = unique("码头的路牌被树挡住了");
  await say(page, words);
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/bookmarks"));
  await comment(page, words).getByRole("button", { name: "收藏" }).click();
  await kept;
  await page.goto("/letters/HY-2011-00004");
  const letter = page.getByRole("main").getByRole("button", { name: "收藏" });
  const answered = page.waitForResponse((answer) => answer.url().endsWith("/api/bookmarks"));
  await letter.click();
  await answered;
  await page.goto("/letters/HY-2011-00004");
  await expect(page.getByRole("main").getByRole("button", { name: "已收藏" })).toBeVisible();

  const reader = await visitor();
  await reader.goto("/letters/HY-2011-00004");
  await expect(reader.getByRole("main").getByRole("button", { name: "收藏", exact: true })).toBeVisible();

  await page.goto("/me/bookmarks");
  await expect(page.getByText(words)).toBeVisible();
  await page
    .getByRole("listitem")
    .filter({ hasText: words })
    .getByRole("button", { name: /^取消收藏/ })
    .click();
  await expect(page.getByText(words)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^取消收藏/ })).toHaveCount(1);
});

test("who has not signed in is asked to, without scripts too", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto("/letters/HY-2011-00004");
  await page.getByRole("main").getByRole("button", { name: "收藏" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
});

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { comeTo, comment, openDiscussion, say, unique } from "./talk.ts";
import { readReceipt } from "./write-a-letter.ts";

/** The moderator's screen with one comment on it. */
async function openForModeration(moderator: Page, place: ReturnType<typeof comment>): Promise<void> {
  const id = (await place.getAttribute("id"))?.replace("comment-", "");
  await moderator.goto(`/desk/comments?at=${id}`);
}

test("a moderator turns a comment into a letter; its author sees it without reloading, is asked, and consents", async ({
  as,
  citizen,
  visitor,
}) => {
  const [author, moderator] = [await citizen(), await as("moderator")];
  await openDiscussion(author, "/leaders/shizhang");
  const words = unique("大同路 8 号楼四楼以上早晚高峰没有自来水，请水务局来看看。");
  await say(author, words);
  await comeTo(author, author, words);

  await openForModeration(moderator, comment(author, words));
  await moderator.getByRole("link", { name: "转为信件" }).click();
  const panel = moderator.getByRole("region", { name: /^转为信件/ });
  await expect(panel.getByText(words)).toBeVisible();
  await expect(panel.getByLabel(/标题/)).not.toHaveValue("");
  const title = unique("四楼以上没有水");
  await panel.getByLabel(/标题/).fill(title);
  await panel.getByRole("radio", { name: /^投诉/ }).check();
  await panel.getByRole("button", { name: "生成信件并告诉作者" }).click();
  await expect(said(moderator, "已成为信件 № ")).toBeVisible();

  const strip = comment(author, words)
    .getByText(/已成为信件/)
    .locator("..");
  await expect(strip).toBeVisible();
  const number = /HY-\d{4}-\d{5}/.exec((await comment(author, words).textContent()) ?? "")?.[0];
  expect(number).toBeDefined();

  await author.goto("/me");
  const row = author
    .getByRole("listitem")
    .filter({ hasText: number })
    .filter({ has: author.getByRole("heading") });
  await expect(row).toContainText("您的评论已成为信件");
  await row.getByRole("link", { name: "去回答" }).click();
  await author.getByRole("button", { name: "同意，由我作来信人" }).click();
  await expect(refusal(author, "请勾选同意").first()).toBeVisible();
  await author.getByRole("radio", { name: /^公开，署网名/ }).check();
  await author.getByLabel("我同意公开这封信的内容和办理经过").check();
  await author.getByRole("button", { name: "同意，由我作来信人" }).click();
  expect((await readReceipt(author)).number).toBe(number);

  const triage = await as("triage");
  await triage.goto(`/desk/letters/${number}?do=accept#do`);
  await triage.getByRole("button", { name: "确认受理并公开" }).click();
  await expect(said(triage, "已受理")).toBeVisible();
  const reader = await visitor();
  await openUntil(reader, `/letters/${number}`, reader.getByRole("heading", { level: 1, name: title }));
  await expect(reader.getByText(words)).toBeVisible();
  await reader.getByRole("article").getByRole("link", { name: "看原评论" }).click();
  await expect(comment(reader, words)).toContainText(number!);
});

test("a comment that has become a letter is not taken a second time", async ({ as, citizen }) => {
  const [author, first, second] = [await citizen(), await as("moderator"), await as("moderator")];
  await openDiscussion(author, "/leaders/shuji");
  const words = unique("大同路 9 号门口的路面塌了一块，请市政修补。");
  await say(author, words);
  for (const moderator of [first, second]) {
    await openForModeration(moderator, comment(author, words));
    await moderator.getByRole("link", { name: "转为信件" }).click();
    await expect(moderator.getByRole("button", { name: "生成信件并告诉作者" })).toBeVisible();
  }
  await first.getByRole("button", { name: "生成信件并告诉作者" }).click();
  await expect(said(first, "已成为信件 № ")).toBeVisible();
  await second.getByRole("button", { name: "生成信件并告诉作者" }).click();
  await expect(refusal(second, /这条评论已经成为信件 №HY-/)).toBeVisible();
});

test("a moderator hides a comment with a reason, the stone and the public log say so, and it can be undone", async ({
  as,
  citizen,
  visitor,
}) => {
  const [author, moderator, reader] = [await citizen(), await as("moderator"), await visitor()];
  await openDiscussion(author, "/leaders/shizhang");
  const words = unique("低价办证，加我微信");
  await say(author, words);
  const id = await comment(author, words).getAttribute("id");
  await comeTo(reader, author, words);

  await openForModeration(moderator, comment(author, words));
  await moderator.getByRole("article", { name: "正在看的评论" }).getByText("隐藏……").click();
  await moderator.getByRole("button", { name: "隐藏这条评论" }).click();
  await expect(refusal(moderator, "还没有选理由")).toBeVisible();
  await moderator.getByRole("radio", { name: "商业广告" }).check();
  await moderator.getByRole("button", { name: "隐藏这条评论" }).click();
  await expect(said(moderator, /已隐藏这条评论.*前可以撤销/)).toBeVisible();

  const stone = reader.locator(`#${id}`);
  await expect(stone).toContainText("这里有 1 条评论被隐藏。理由：商业广告。");
  await reader.reload();
  await expect(stone).toContainText("这里有 1 条评论被隐藏。理由：商业广告。");
  expect(await reader.content()).not.toContain(words);
  await stone.getByRole("link", { name: "公开日志" }).click();
  const entry = reader.getByRole("listitem").filter({ hasText: "隐藏评论" }).filter({ hasText: "商业广告" });
  await expect(entry.first()).toBeVisible();

  await moderator.getByRole("button", { name: "撤销" }).click();
  await comeTo(reader, author, words);
});

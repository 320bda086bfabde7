import { expect, test } from "./fixtures.ts";
import { refusal, said } from "./hear.ts";
import { comeTo, comment, openDiscussion, say, unique } from "./talk.ts";

test("a report is sent without scripts, seen by the moderator and not told to the writer, and heard by who sent it", async ({
  as,
  citizen,
}) => {
  const author = await citizen();
  await openDiscussion(author, "/offices/jiaotong");
  const words = unique("66 号那户的电话贴在这里，大家去打。");
  await say(author, words);
  const id = (await comment(author, words).getAttribute("id"))!.replace("comment-", "");

  const reporter = await as("citizen", { javaScriptEnabled: false });
  await comeTo(reporter, author, words);
  await comment(reporter, words).getByRole("link", { name: "举报" }).click();
  await expect(reporter.getByText(words)).toBeVisible();
  await expect(reporter.getByText("谁举报的不公开")).toBeVisible();
  await reporter.getByRole("radio", { name: "隐私泄露" }).check();
  await reporter.getByLabel(/说明/).fill("把别人家的电话贴出来了");
  await reporter.getByRole("button", { name: "提交举报" }).click();
  await expect(said(reporter, "举报已收到")).toBeVisible();
  const own = reporter.getByRole("listitem").filter({ hasText: "把别人家的电话贴出来了" }).first();
  await expect(own).toContainText("等版主看");
  await reporter.goto(`/report?of=comment:${id}`);
  await reporter.getByRole("radio", { name: "辱骂" }).check();
  await reporter.getByRole("button", { name: "提交举报" }).click();
  await expect(refusal(reporter, "这条您已经举报过")).toBeVisible();

  await author.goto(`/report?of=comment:${id}`);
  await author.getByRole("radio", { name: "辱骂" }).check();
  await author.getByRole("button", { name: "提交举报" }).click();
  await expect(refusal(author, "这是您自己写的")).toBeVisible();

  const moderator = await as("moderator");
  await moderator.goto(`/desk/comments?at=${id}`);
  await expect(moderator.getByRole("article").getByText("隐私泄露 1")).toBeVisible();
  await expect(moderator.getByRole("article").getByText("把别人家的电话贴出来了")).toBeVisible();
  await moderator.getByText("隐藏……").last().click();
  await moderator.getByRole("radio", { name: "泄露他人隐私" }).check();
  await moderator.getByRole("button", { name: "隐藏这条评论" }).click();
  await expect(said(moderator, "已隐藏这条评论")).toBeVisible();

  await reporter.goto("/me/reports");
  await expect(own).toContainText("已隐藏");
});

test("a moderator hides several comments at once, sees before what will happen, and takes all of it back", async ({
  as,
  citizen,
}) => {
  const author = await citizen();
  await openDiscussion(author, "/offices/jiaotong");
  const both = [unique("代办证件，当天拿证"), unique("代办各类证件，来电面谈")];
  for (const words of both) await say(author, words);

  const moderator = await as("moderator");
  await moderator.goto("/desk/comments?sort=supported");
  // The newest without votes stand last in that order: they are found by their own address instead.
  const ids = await Promise.all(
    both.map(async (words) => (await comment(author, words).getAttribute("id"))!.replace("comment-", "")),
  );
  await moderator.goto(`/desk/comments/bulk?${ids.map((id) => `pick=${id}`).join("&")}&act=hide`);
  await expect(moderator.getByRole("heading", { name: "会隐藏 2 条" })).toBeVisible();
  for (const words of both) await expect(moderator.getByText(words)).toBeVisible();
  await moderator.getByRole("button", { name: "隐藏这 2 条" }).click();
  await expect(refusal(moderator, "还没有选理由").first()).toBeVisible();
  await moderator.getByRole("radio", { name: "商业广告" }).check();
  await moderator.getByRole("button", { name: "隐藏这 2 条" }).click();
  await expect(said(moderator, /已隐藏 2 条评论.*前可以全部撤销/)).toBeVisible();
  await author.reload();
  await expect(author.locator(`#comment-${ids[0]}`)).toContainText("被隐藏");

  await moderator.getByRole("button", { name: "全部撤销" }).click();
  await expect(said(moderator, "已全部撤销，2 条恢复原样")).toBeVisible();
  for (const words of both) await comeTo(author, author, words);
});

import { expect, test } from "./fixtures.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { comment, openDiscussion, say, unique } from "./talk.ts";

test("a discussion in slow mode says so, holds a second comment back with its words kept, and goes on when it ends", async ({
  as,
  citizen,
}) => {
  const [moderator, writer] = [await as("moderator"), await citizen()];
  await writer.goto("/offices/wangxin");
  const broadcast = writer.getByRole("article").filter({ hasText: "东源县城加压站停电" });
  await broadcast.getByRole("link", { name: /^评论/ }).first().click();
  await writer.waitForURL(/\/posts\//);
  const post = new URL(writer.url()).pathname;
  const discussion = `/desk/discussions/${post.split("/").at(-1)}`;
  await moderator.goto(discussion);
  await moderator.getByLabel("慢速模式").selectOption({ label: "每人每 10 分钟一条" });
  await moderator.getByRole("button", { name: "保存" }).click();
  await expect(said(moderator, "已保存")).toBeVisible();
  try {
    await openUntil(writer, post, writer.getByText("慢速模式：每 10 分钟一条"));
    await say(writer, unique("先说一句。"));
    const second = unique("马上又说一句。");
    await writer.getByLabel("评论内容").fill(second);
    await writer.getByRole("button", { name: "发表" }).click();
    await expect(refusal(writer, "这条微博正在慢速模式")).toBeVisible();
    await expect(writer.getByLabel("评论内容")).toHaveValue(second);

    await moderator.getByLabel("慢速模式").selectOption({ label: "不限" });
    await moderator.getByRole("button", { name: "保存" }).click();
    await expect(said(moderator, "已保存")).toBeVisible();
    await writer.getByRole("button", { name: "发表" }).click();
    await expect(comment(writer, second)).toBeVisible();
    await openUntil(writer, "/log?what=posts", writer.getByText("慢速模式：每 10 分钟一条"));
  } finally {
    await moderator.goto(discussion);
    await moderator.getByLabel("慢速模式").selectOption({ label: "不限" });
    await moderator.getByRole("button", { name: "保存" }).click();
  }
});

test("words of danger to life show the telephones first: while typing, and without scripts before sending", async ({
  citizen,
}) => {
  const typing = await citizen();
  await openDiscussion(typing, "/offices/jiaotong");
  const card = typing.getByRole("alert").filter({ hasText: "119" });
  await expect(card).toBeHidden();
  await typing.getByLabel("评论内容").pressSequentially("隔壁楼着火了");
  await expect(typing.getByRole("link", { name: "119" })).toBeVisible();

  const plain = await citizen({ javaScriptEnabled: false });
  await openDiscussion(plain, "/offices/jiaotong");
  const words = unique("隔壁楼三楼着火了，消防车进不来");
  await plain.getByLabel("评论内容").fill(words);
  await plain.getByRole("button", { name: "发表" }).click();
  await expect(refusal(plain, "这条还没有发表")).toBeVisible();
  await expect(plain.getByRole("link", { name: "119" })).toBeVisible();
  await plain.getByRole("button", { name: "仍然发表" }).click();
  await expect(comment(plain, words)).toBeVisible();
});

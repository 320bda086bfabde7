import { expect, test } from "./fixtures.ts";
import { said } from "./hear.ts";
import { comeTo, comment, openDiscussion, say, unique } from "./talk.ts";

test("a leader turns a comment on their own stream into a letter, and may neither hide it nor set it aside", async ({
  as,
  citizen,
}) => {
  const [author, leader] = [await citizen(), await as("leader")];
  await openDiscussion(author, "/leaders/shuji");
  const words = unique("大同路 12 号楼下的路灯坏了半个月，晚上没人敢走。");
  await say(author, words);
  const id = (await comment(author, words).getAttribute("id"))!.replace("comment-", "");

  await leader.goto("/desk/today");
  await leader.getByRole("navigation", { name: "工作台" }).getByRole("link", { name: "评论", exact: true }).click();
  await expect(leader.getByRole("heading", { level: 1, name: "评论队列" })).toBeVisible();
  await leader.goto(`/desk/comments?at=${id}`);
  const item = leader.getByRole("article", { name: "正在看的评论" });
  await expect(item.getByText(words)).toBeVisible();
  await expect(item.getByText("隐藏……")).toHaveCount(0);
  await expect(item.getByRole("button", { name: "留在评论区" })).toHaveCount(0);
  await item.getByRole("link", { name: "转为信件" }).click();
  await leader.getByRole("button", { name: "生成信件并告诉作者" }).click();
  await expect(said(leader, "已成为信件 № ")).toBeVisible();
  await comeTo(author, author, words);
  await expect(comment(author, words)).toContainText("已成为信件");
});

test("whoever may take up no comments finds no such page", async ({ as, citizen }) => {
  for (const page of [await citizen(), await as("handler")]) {
    expect((await page.goto("/desk/comments"))?.status()).toBe(404);
  }
});

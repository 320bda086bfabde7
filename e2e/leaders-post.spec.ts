import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { inviteStaff, takeDesk } from "./invite-staff.ts";
import { unique } from "./talk.ts";

async function write(page: Page, words: string): Promise<void> {
  await page.goto("/desk/posts");
  await page.getByLabel("写微博").fill(words);
}

const post = (page: Page, words: string) => page.getByRole("article").filter({ hasText: words });

test("a leader posts and a citizen sees it without reloading", async ({ as, citizen }) => {
  const [leader, reader] = [await as("leader"), await citizen()];
  await reader.goto("/leaders/shuji");
  const words = unique("明天上午到源南镇看水利工地，有话想当面说的街坊可以来。");
  await write(leader, words);
  await leader.getByRole("button", { name: "现在发布", exact: true }).click();
  await expect(said(leader, "已经发布")).toBeVisible();
  await reader.getByRole("link", { name: /^有 \d+ 条新微博/ }).click();
  await expect(post(reader, words)).toContainText("本人");
});

test("a leader keeps a draft, sets an hour for it, and nobody reads it before", async ({ as, visitor }) => {
  const [leader, reader] = [await as("leader"), await visitor()];
  const words = unique("下周一公布第一批安装名单。");
  await write(leader, words);
  await leader.getByRole("button", { name: "存草稿" }).click();
  await expect(said(leader, "草稿存好了")).toBeVisible();
  const draft = leader.getByRole("listitem").filter({ hasText: words });
  await expect(draft).toContainText("草稿");
  await reader.goto("/leaders/shuji");
  await expect(reader.getByText(words)).toHaveCount(0);

  const later = unique("后天上午十点的事，先写在这里。");
  await write(leader, later);
  const when = leader.getByLabel("定时发布的时间").first();
  await when.fill("2020-01-01T10:00");
  await when.evaluate((field) => field.removeAttribute("min"));
  await leader.getByRole("button", { name: "定时发布", exact: true }).first().click();
  await expect(refusal(leader, "定时发布的时间已经过去")).toBeVisible();
  await expect(leader.getByLabel("写微博")).toHaveValue(later);
  await when.fill("2099-01-01T10:00");
  await leader.getByRole("button", { name: "定时发布", exact: true }).first().click();
  await expect(said(leader, "已定时")).toBeVisible();
  await expect(leader.getByRole("listitem").filter({ hasText: later })).toContainText("2099");
  await reader.goto("/leaders/shuji");
  await expect(reader.getByText(later)).toHaveCount(0);
});

test("the office drafts, the leader approves, and everybody reads by whose hand it is", async ({ as, visitor }) => {
  const [administrator, leader, office, reader] = [
    await as("administrator"),
    await as("leader"),
    await visitor(),
    await visitor(),
  ];
  const nickname = `市委办拟稿岗 ${Math.random().toString(36).slice(2, 8)}`;
  await takeDesk(
    office,
    await inviteStaff(administrator, { nickname, role: "信箱管理员", place: "中共河源市委办公室" }),
  );
  const words = unique("书记本周调研安排：周三和平县，周五连平县。");
  await office.goto("/desk/posts");
  await office.getByRole("link", { name: "市委书记 · 办公室代发" }).click();
  await expect(office.getByRole("button", { name: "送领导审定", exact: true })).toBeVisible();
  await expect(office.getByRole("button", { name: "现在发布", exact: true })).toHaveCount(0);
  await office.getByLabel("写微博").fill(words);
  await office.getByRole("button", { name: "送领导审定", exact: true }).click();
  await expect(said(office, "已送领导审定")).toBeVisible();

  await leader.goto("/desk/posts");
  const draft = leader.getByRole("listitem").filter({ hasText: words });
  await expect(draft).toContainText(nickname);
  await draft.getByRole("button", { name: /^同意发布/ }).click();
  await expect(said(leader, "已经发布")).toBeVisible();
  await openUntil(reader, "/leaders/shuji", post(reader, words));
  await expect(post(reader, words)).toContainText("办公室代发");
});

test("a leader pins a post to the top of the stream and takes it down again", async ({ as, visitor }) => {
  const [leader, reader] = [await as("leader"), await visitor()];
  const words = unique("我的信箱这样用：一封信一件事。");
  await write(leader, words);
  await leader.getByRole("button", { name: "现在发布", exact: true }).click();
  await expect(said(leader, "已经发布")).toBeVisible();
  const own = leader.getByRole("listitem").filter({ hasText: words });
  await own.getByRole("button", { name: /^置顶/ }).click();
  await expect(said(leader, "已置顶")).toBeVisible();
  await openUntil(reader, "/leaders/shuji", reader.getByText("置顶", { exact: true }));
  await expect(reader.getByRole("article").first()).toContainText(words);
  await own.getByRole("button", { name: /^取消置顶/ }).click();
  await expect(said(leader, "已取消置顶")).toBeVisible();
  await expect(async () => {
    await reader.goto("/leaders/shuji");
    await expect(post(reader, words)).toBeVisible({ timeout: 1_000 });
    await expect(reader.getByText("置顶", { exact: true })).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
});

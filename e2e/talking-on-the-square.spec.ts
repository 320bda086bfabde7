import { enterAs, expect, test } from "./fixtures.ts";
import { openUntil } from "./hear.ts";
import { comeTo, comment, openDiscussion, say, unique, votesOn } from "./talk.ts";

test("a comment appears in a second browser, and again after ten seconds without a network", async ({
  citizen: enter,
  visitor,
}) => {
  const [citizen, reader] = [await enter(), await visitor()];
  await openDiscussion(reader, "/offices/jiaotong");
  await citizen.goto(new URL(reader.url()).pathname);

  const first = unique("大同路的路灯今晚亮了。");
  await say(citizen, first);
  await reader.getByRole("link", { name: /^有 \d+ 条新评论/ }).click();
  await expect(comment(reader, first)).toBeVisible();

  await reader.context().setOffline(true);
  const second = unique("大同路的人行道还没有修。");
  await say(citizen, second);
  await reader.waitForTimeout(10_000);
  await reader.context().setOffline(false);
  await reader.getByRole("link", { name: /^有 \d+ 条新评论/ }).click({ timeout: 15_000 });
  await expect(comment(reader, second)).toBeVisible();
});

test("a citizen votes, changes the vote, and another browser counts along", async ({ citizen: enter, visitor }) => {
  const [citizen, reader] = [await enter(), await visitor()];
  await openDiscussion(citizen);
  const words = unique("请在路口装一面反光镜。");
  await say(citizen, words);
  for (const page of [citizen, reader]) {
    await comeTo(page, citizen, words);
  }
  const [mine, theirs] = [comment(citizen, words), comment(reader, words)];
  await expect(votesOn(theirs, "赞成")).toHaveText("赞成 0");

  await votesOn(mine, "赞成").click();
  await expect(votesOn(mine, "赞成")).toHaveAttribute("aria-pressed", "true");
  await expect(votesOn(theirs, "赞成")).toHaveText("赞成 1");

  await votesOn(mine, "反对").click();
  await expect(votesOn(theirs, "反对")).toHaveText("反对 1");
  await expect(votesOn(theirs, "赞成")).toHaveText("赞成 0");

  await citizen.reload();
  await expect(votesOn(mine, "反对")).toHaveAttribute("aria-pressed", "true");
  await expect(votesOn(mine, "反对")).toHaveText("反对 1");
});

test("without scripts people read, comment and vote; who has not signed in comes back to what they typed", async ({
  visitor,
}) => {
  const page = await visitor({ javaScriptEnabled: false });
  await openDiscussion(page);
  const words = unique("南门菜市场的公厕什么时候修好？");
  await page.getByLabel("评论内容").fill(words);
  await page.getByRole("button", { name: "发表" }).click();

  await expect(page).toHaveURL(/\/sign-in/);
  await enterAs(page, "citizen");
  await expect(page.getByLabel("评论内容")).toHaveValue(words);
  await page.getByRole("button", { name: "发表" }).click();
  await expect(comment(page, words)).toBeVisible();

  await votesOn(comment(page, words), "赞成").click();
  await expect(votesOn(comment(page, words), "赞成")).toHaveText("赞成 1");
});

test("an answer to a comment stands under it, and says whom it answers", async ({ citizen: enter, visitor }) => {
  const [citizen, reader] = [await enter(), await visitor()];
  await openDiscussion(citizen);
  const words = unique("桥头的减速带太高。");
  await say(citizen, words);
  await comment(citizen, words).getByRole("link", { name: "回复" }).click();
  await expect(citizen.getByText(`：${words}`)).toBeVisible();
  const answer = unique("昨天已经在铣平。");
  await citizen.getByLabel("评论内容").fill(answer);
  await citizen.getByRole("button", { name: "发表" }).click();
  await expect(comment(citizen, words)).toContainText(answer);

  const answers = comment(reader, words).getByRole("list", { name: /^回复.*的评论$/ });
  await openUntil(reader, `${new URL(citizen.url()).pathname}?sort=newest`, answers.filter({ hasText: answer }));
});

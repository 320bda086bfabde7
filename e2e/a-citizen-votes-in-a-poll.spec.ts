import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { enterAs, expect, test } from "./fixtures.ts";
import { refusal } from "./hear.ts";
import { unique } from "./talk.ts";

const options = ["先修路灯", "先补人行道", "先通下水"];

/** Fills in a poll as the form asks for it. */
async function fill(leader: Page, body: string, mode: "单选" | "排序", lines: readonly string[]): Promise<void> {
  await leader.goto("/desk/posts");
  await leader.getByRole("radio", { name: "微博", exact: true }).check();
  await expect(leader.getByLabel("选项，每行一个")).toBeHidden();
  await leader.getByRole("radio", { name: "投票", exact: true }).check();
  await leader.getByLabel("写微博").fill(body);
  await leader.getByRole("radio", { name: new RegExp(`^${mode}`) }).check();
  await leader.getByLabel("选项，每行一个").fill(lines.join("\n"));
  await leader.getByLabel("投票截止").fill(`${new Date().getFullYear() + 1}-12-01T18:00`);
}

/** Publishes it and opens it. */
async function ask(leader: Page, body: string, mode: "单选" | "排序"): Promise<string> {
  await fill(leader, body, mode, options);
  await leader.getByRole("button", { name: "现在发布" }).click();
  await leader.getByRole("link", { name: "去看这条微博" }).click();
  await expect(leader.getByText(body).first()).toBeVisible();
  return new URL(leader.url()).pathname;
}

/** The form's clock knows minutes; a script that posts for an office may say seconds, and a journey is short. */
async function askFor(leader: Page, body: string, seconds: number): Promise<string> {
  await leader.goto("/desk/posts");
  const stream = await leader.locator("input[name=stream]").inputValue();
  const closesAt = new Date(Date.now() + seconds * 1_000).toISOString();
  const post = { stream, kind: "poll", body, next: "publish", poll: { mode: "single", options, closesAt } };
  const id = await leader.evaluate(async (data) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch("/api/posts", { method: "POST", headers, body: JSON.stringify(data) });
    return (await answer.json()).id;
  }, post);
  return `/posts/${id}`;
}

const vote = (page: Page) => page.getByRole("button", { name: "投票", exact: true });
const cast = (page: Page) => page.getByRole("main").getByText("您已投票");

test("two citizens vote, one of them without scripts, and a third browser counts along", async ({
  as,
  visitor,
  citizen,
}) => {
  const path = await ask(await as("leader"), unique("先修哪一处？"), "单选");
  const [reader, one, other] = [await visitor(), await citizen(), await visitor({ javaScriptEnabled: false })];
  await reader.goto(path);
  await expect(reader.getByText("0 人投票")).toBeVisible();

  await one.goto(path);
  await one.getByRole("radio", { name: "先补人行道" }).check();
  await vote(one).click();
  await expect(cast(one)).toBeVisible();
  await expect(reader.getByText("1 人投票，全部核验过身份")).toBeVisible();
  await one.getByRole("link", { name: "回到这条微博" }).click();
  await expect(cast(one)).toBeVisible();
  await expect(vote(one)).toBeHidden();

  // Not signed in: through signing in, back to the ballot, of which nothing was kept on the way.
  await other.goto(path);
  await other.getByRole("radio", { name: "先通下水" }).check();
  await vote(other).click();
  await enterAs(other, "citizen");
  await expect(other.getByRole("radio", { name: "先通下水" })).not.toBeChecked();
  await other.getByRole("radio", { name: "先补人行道" }).check();
  await vote(other).click();
  await expect(cast(other)).toBeVisible();
  await expect(reader.getByText("2 人投票")).toBeVisible();
  // How it stands nobody sees before it is over.
  await expect(reader.getByRole("table")).toHaveCount(0);
  await other.goto(path);
  await other.getByRole("radio", { name: "先修路灯" }).check();
  await vote(other).click();
  await expect(refusal(other, "您已经投过票了")).toBeVisible();
});

test("when a poll closes its result stands there by itself, and who was still choosing is told so", async ({
  as,
  visitor,
  citizen,
}) => {
  const [leader, reader] = [await as("leader"), await visitor()];
  const [voter, late] = [await citizen(), await citizen({ javaScriptEnabled: false })];
  const path = await askFor(leader, unique("先修哪一处，马上截止？"), 20);
  await Promise.all([reader, voter, late].map((page) => page.goto(path)));
  await voter.getByRole("radio", { name: "先补人行道" }).check();
  await vote(voter).click();
  await expect(cast(voter)).toBeVisible();
  await late.getByRole("radio", { name: "先修路灯" }).check();

  const result = reader.getByRole("row", { name: /先补人行道/ });
  await expect(result).toContainText("胜出", { timeout: 40_000 });
  await expect(result).toContainText("100%");
  await expect(vote(reader)).toBeHidden();
  expect((await new AxeBuilder({ page: reader }).analyze()).violations.map(({ id }) => id)).toEqual([]);

  await vote(late).click();
  await expect(refusal(late, "投票已经截止，您这一票没有记入。")).toBeVisible();
  await expect(late.getByRole("row", { name: /先补人行道/ })).toContainText("1");
});

test("a poll that is not whole and a ballot that says nothing are refused in words", async ({ as, citizen }) => {
  const leader = await as("leader");
  const body = unique("请排出先后。");
  await fill(leader, body, "排序", ["只有一个"]);
  await leader.getByRole("button", { name: "现在发布" }).click();
  await expect(refusal(leader, "投票至少要有 2 个选项")).toBeVisible();
  await expect(leader.getByLabel("选项，每行一个")).toHaveValue("只有一个");

  const path = await ask(leader, body, "排序");
  const voter = await citizen({ javaScriptEnabled: false });
  await voter.goto(path);
  await vote(voter).click();
  await expect(refusal(voter, "还没有选，请至少选一项。")).toBeVisible();
  await voter.getByLabel("先修路灯").selectOption("第 1 位");
  await voter.getByLabel("先通下水").selectOption("第 1 位");
  await vote(voter).click();
  await expect(refusal(voter, "有两个选项排在同一位")).toBeVisible();
  await voter.getByLabel("先通下水").selectOption("第 1 位");
  await vote(voter).click();
  await expect(cast(voter)).toBeVisible();
});

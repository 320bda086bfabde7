import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type Platform, startOne } from "../test/platform.ts";
import { advanceClock, test as base, enterAs, expect } from "./fixtures.ts";
import { refusal } from "./hear.ts";
import { unique } from "./talk.ts";

/** A platform of its own, whose clock may be moved past the end of a poll. */
const test = base.extend<object, { autumn: Platform }>({
  autumn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the first parameter.
    async ({}, use) => {
      const platform = await startOne(new Date("2026-09-21T10:00:00+08:00"));
      await use(platform);
      await platform.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  address: [async ({ autumn }, use) => use(autumn.address), { scope: "worker" }],
});

test.describe.configure({ mode: "default", timeout: 120_000 });

/** Writes a poll as the form asks for it and opens it, published. */
async function ask(leader: Page, body: string, mode: "单选" | "排序", closesAt: string): Promise<string> {
  await leader.goto("/desk/posts");
  await expect(leader.getByLabel("选项，每行一个")).toBeHidden();
  await leader.getByRole("radio", { name: "投票", exact: true }).check();
  await leader.getByLabel("写微博").fill(body);
  await leader.getByRole("radio", { name: new RegExp(`^${mode}`) }).check();
  await leader.getByLabel("选项，每行一个").fill("先修路灯\n先补人行道\n先通下水");
  await leader.getByLabel("投票截止").fill(closesAt);
  await leader.getByRole("button", { name: "现在发布" }).click();
  await leader.getByRole("link", { name: "去看这条微博" }).click();
  await expect(leader.getByText(body).first()).toBeVisible();
  return new URL(leader.url()).pathname;
}

const cast = (page: Page) => page.getByRole("main").getByText("您已投票");

test("two citizens vote, a third browser counts along, and when the poll closes the result stands there by itself", async ({
  as,
  visitor,
  citizen,
}) => {
  const leader = await as("leader");
  const path = await ask(leader, unique("先修哪一处？"), "单选", "2026-09-22T18:00");
  const [reader, one, other, late] = [
    await visitor(),
    await citizen(),
    await visitor({ javaScriptEnabled: false }),
    await citizen({ javaScriptEnabled: false }),
  ];
  await reader.goto(path);
  await expect(reader.getByText("0 人投票")).toBeVisible();

  await one.goto(path);
  await one.getByRole("radio", { name: "先补人行道" }).check();
  await one.getByRole("button", { name: "投票", exact: true }).click();
  await expect(cast(one)).toBeVisible();
  await expect(reader.getByText("1 人投票，全部核验过身份")).toBeVisible();
  await one.getByRole("link", { name: "回到这条微博" }).click();
  await expect(cast(one)).toBeVisible();
  await expect(one.getByRole("button", { name: "投票", exact: true })).toBeHidden();

  // Without scripts and not signed in: through signing in, back to the ballot, which was kept nowhere.
  await other.goto(path);
  await other.getByRole("radio", { name: "先通下水" }).check();
  await other.getByRole("button", { name: "投票", exact: true }).click();
  await enterAs(other, "citizen");
  await expect(other.getByRole("radio", { name: "先通下水" })).not.toBeChecked();
  await other.getByRole("radio", { name: "先补人行道" }).check();
  await other.getByRole("button", { name: "投票", exact: true }).click();
  await expect(cast(other)).toBeVisible();
  await expect(reader.getByText("2 人投票")).toBeVisible();
  await expect(reader.getByRole("table")).toHaveCount(0);

  await late.goto(path);
  await late.getByRole("radio", { name: "先修路灯" }).check();
  await advanceClock(reader.request, 2);
  const result = reader.getByRole("row", { name: /先补人行道/ });
  await expect(result).toContainText("胜出", { timeout: 20_000 });
  await expect(result).toContainText("100%");
  expect((await new AxeBuilder({ page: reader }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await expect(reader.getByRole("button", { name: "投票", exact: true })).toBeHidden();

  await late.getByRole("button", { name: "投票", exact: true }).click();
  await expect(refusal(late, "投票已经截止，您这一票没有记入。")).toBeVisible();
  await expect(late.getByRole("row", { name: /先补人行道/ })).toContainText("2");
});

test("a poll that is not whole, a ballot that says nothing and a second ballot are refused in words", async ({
  as,
  citizen,
}) => {
  const leader = await as("leader");
  const body = unique("请排出先后。");
  await leader.goto("/desk/posts");
  await leader.getByRole("radio", { name: "投票", exact: true }).check();
  await leader.getByLabel("写微博").fill(body);
  await leader.getByLabel("选项，每行一个").fill("只有一个");
  await leader.getByRole("button", { name: "现在发布" }).click();
  await expect(leader.getByText("投票至少要有 2 个选项")).toBeVisible();
  await expect(leader.getByLabel("选项，每行一个")).toHaveValue("只有一个");

  const path = await ask(leader, body, "排序", "2026-12-01T18:00");
  const voter = await citizen({ javaScriptEnabled: false });
  await voter.goto(path);
  await voter.getByRole("button", { name: "投票", exact: true }).click();
  await expect(refusal(voter, "还没有选，请至少选一项。")).toBeVisible();
  await voter.getByLabel("先修路灯").selectOption("第 1 位");
  await voter.getByLabel("先通下水").selectOption("第 1 位");
  await voter.getByRole("button", { name: "投票", exact: true }).click();
  await expect(voter.getByText("有两个选项排在同一位")).toBeVisible();
  await voter.getByLabel("先通下水").selectOption("第 1 位");
  await voter.getByRole("button", { name: "投票", exact: true }).click();
  await expect(cast(voter)).toBeVisible();

  await voter.goto(path);
  await voter.getByLabel("先修路灯").selectOption("第 1 位");
  await voter.getByRole("button", { name: "投票", exact: true }).click();
  await expect(voter.getByText("您已经投过票了")).toBeVisible();
});

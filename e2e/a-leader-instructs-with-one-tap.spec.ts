import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";

const card = (leader: Page, title: string) => leader.getByRole("listitem").filter({ hasText: title });

const numberOf = async (letter: Locator) => /HY-\d{4}-\d{5}/.exec((await letter.textContent()) ?? "")![0];

test("a leader adds a wording of their own, gives it with one tap, and everybody reads it", async ({ as, visitor }) => {
  const [leader, reader] = [await as("leader"), await visitor()];
  const words = unique("请在一周内拿出方案，公开告诉来信人。");
  await leader.goto("/desk/today");
  await leader.getByRole("link", { name: "改常用批语" }).click();
  await leader.getByRole("button", { name: "加一句" }).click();
  await expect(refusal(leader, "请写上这句批语").first()).toBeVisible();
  await leader.getByLabel("批语", { exact: true }).fill(words);
  await leader.getByRole("button", { name: "加一句" }).click();
  await expect(said(leader, "已加上")).toBeVisible();
  const last = leader.getByLabel(/^第 \d+ 句$/).last();
  await expect(last).toHaveValue(words);
  await leader
    .getByRole("button", { name: /^上移第 \d+ 句$/ })
    .last()
    .click();
  await expect(said(leader, "已上移")).toBeVisible();

  await leader.goto("/desk/today");
  const number = await numberOf(card(leader, "市场污水横流").first());
  await leader.goto(`/desk/letters/${number}`);
  await leader.getByRole("link", { name: "批示", exact: true }).click();
  await leader.getByRole("button", { name: words }).click();
  await expect(said(leader, "批示已经记下")).toBeVisible();
  await openUntil(reader, `/letters/${number}`, reader.getByText(words));

  await leader.goto("/desk/today/wordings");
  const removals = leader.getByRole("button", { name: /^删去第 \d+ 句$/ });
  const before = await removals.count();
  await removals.nth(before - 2).click();
  await expect(said(leader, "已删去")).toBeVisible();
  await expect(removals).toHaveCount(before - 1);
  await leader.goto("/desk/today");
  await expect(leader.getByRole("button", { name: words })).toHaveCount(0);
});

test("a leader marks a letter as read: it leaves the pile, and everybody reads who read it", async ({
  as,
  visitor,
}) => {
  const [leader, reader] = [await as("leader"), await visitor()];
  const title = "建议公园健身器材旁加装夜灯";
  await leader.goto("/desk/today");
  const number = await numberOf(card(leader, title).first());
  await leader.goto(`/desk/letters/${number}`);
  await expect(leader.getByText("市委书记（您）")).toBeVisible();
  await leader.goto("/desk/today");
  await expect(card(leader, title)).toContainText("您看过");
  await card(leader, title).getByRole("button", { name: "已阅" }).click();
  await expect(said(leader, "已标“已阅”")).toBeVisible();
  await expect(card(leader, title)).toHaveCount(0);
  await openUntil(reader, `/letters/${number}`, reader.getByRole("heading", { name: /^已阅 市委书记/ }));
});

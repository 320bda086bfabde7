import { expect, test } from "./fixtures.ts";
import { said } from "./hear.ts";
import { comment } from "./talk.ts";

/** Of the demonstration: fifty-three accounts have agreed, four working days ago. */
const asked = "费用写得不清楚，第一年免费，第二年呢？";

test("what many support is owed an answer by a date; the leader gives it and the lamp goes out", async ({
  as,
  visitor,
}) => {
  const [reader, leader] = [await visitor(), await as("leader")];
  await reader.goto("/leaders/shuji");
  await reader.getByRole("article").filter({ hasText: "一键呼叫器" }).getByRole("link", { name: /^评论/ }).click();
  const owed = comment(reader, asked);
  await expect(owed.getByText(/^此评论已有 \d+ 人赞成，须在\d+月\d+日前回应$/)).toBeVisible();
  await expect(owed.getByText("临期", { exact: true }).first()).toBeVisible();
  await owed.getByText("如何算出").click();
  await expect(owed.getByText("5 个工作日", { exact: true })).toBeVisible();
  // The other one was answered in its time.
  await expect(comment(reader, "源南镇的独居老人算不算").getByText("按期回应")).toBeVisible();

  await leader.goto("/desk/today");
  await leader.getByRole("link", { name: /有 \d+ 条须公开回应/ }).click();
  await expect(leader.getByRole("heading", { level: 1, name: "须回应" })).toBeVisible();
  const row = leader.getByRole("listitem").filter({ hasText: asked });
  await row.getByText("回应", { exact: true }).click();
  await row.getByLabel("回应内容").fill("第二年起由市财政和街道各出一半，老人不用交钱，方案这一周补上。");
  await row.getByRole("button", { name: "公开回应" }).click();
  await expect(said(leader, "已经回应")).toBeVisible();
  await expect(leader.getByRole("listitem").filter({ hasText: asked })).toHaveCount(0);
  // Whoever is reading sees the lamp go out.
  await expect(owed.getByText("按期回应")).toBeVisible();
});

test("whoever owes nothing finds no such page", async ({ as, citizen }) => {
  for (const page of [await citizen(), await as("handler")]) {
    expect((await page.goto("/desk/owed"))?.status()).toBe(404);
  }
});

import { expect, test } from "./fixtures.ts";
import { said } from "./hear.ts";

const title = "诉求聚集";

test("what many people write of one thing is shown with its evidence; a false alarm is each one's own", async ({
  as,
}) => {
  const [leader, supervisor] = [await as("leader"), await as("supervisor")];
  await leader.goto("/desk/today");
  await leader.getByRole("navigation", { name: "工作台" }).getByRole("link", { name: title }).click();
  await expect(leader.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const warning = leader.getByRole("article").filter({ hasText: "抽沙" });
  await expect(warning.getByText(/三天里 7 件，7 个人；按此前八周，三天应有约 0.1 件。/)).toBeVisible();
  await expect(warning.getByRole("img", { name: /^两周来：.*，/ })).toBeVisible();
  await expect(warning.getByText("尚未公开")).toHaveCount(2);
  await warning.getByRole("button", { name: "已知悉" }).click();
  await expect(said(leader, "您已知悉")).toBeVisible();

  await warning.getByText("是误报", { exact: true }).click();
  await warning.getByRole("button", { name: "判为误报" }).click();
  await expect(leader.getByText("请写明内容。").first()).toBeVisible();
  await warning.getByLabel("为什么是误报").fill("是航道局的清淤船，已经贴了告示。");
  await warning.getByRole("button", { name: "判为误报" }).click();
  await expect(said(leader, "已判为误报")).toBeVisible();
  await expect(warning).toHaveCount(0);

  await supervisor.goto("/desk/warnings");
  const still = supervisor.getByRole("article").filter({ hasText: "抽沙" });
  await expect(still.getByText("是航道局的清淤船，已经贴了告示。")).toBeVisible();
  await leader.goto("/desk/warnings?show=dismissed");
  await expect(leader.getByRole("article").filter({ hasText: "抽沙" })).toBeVisible();
});

test("whoever is warned of nothing finds no such page", async ({ as, citizen }) => {
  for (const page of [await citizen(), await as("handler"), await as("operator")]) {
    expect((await page.goto("/desk/warnings"))?.status()).toBe(404);
  }
});

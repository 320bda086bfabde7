import { expect, test } from "./fixtures.ts";
import { refusal } from "./hear.ts";

/** A number of this journey's own: what others report of it would be gathered in one letter with ours. */
const fresh = () => `0762-000-${String(3000 + Math.floor(Math.random() * 6000))}`;

test("an operator publishes a number; nobody answers it, and it becomes a letter to the office above", async ({
  as,
  visitor,
  citizen,
}) => {
  const number = fresh();
  const operator = await as("operator");
  await operator.goto("/desk/directory");
  await operator.getByText("登记一个电话").click();
  const form = operator.locator("form").filter({ hasText: "登记一个电话" });
  await form.getByLabel("用途").fill("路灯报修");
  await form.getByLabel("号码").fill("没有");
  await form.getByRole("button", { name: "登记", exact: true }).click();
  await expect(refusal(operator, "电话写区号和号码")).toBeVisible();
  await form.getByLabel("号码").fill(number);
  for (const day of ["周一", "周二", "周三", "周四", "周五", "周六", "周日", "法定节假日"]) {
    await form.getByLabel(day).fill("00:00-24:00");
  }
  await form.getByRole("button", { name: "登记", exact: true }).click();
  await expect(operator.getByText(number).first()).toBeVisible();

  const reader = await visitor();
  await reader.goto("/directory");
  await reader.getByLabel("单位、拼音首字母或号码").fill(number.replaceAll("-", ""));
  await reader.getByRole("button", { name: "查找" }).click();
  await expect(reader.getByRole("link", { name: number })).toHaveAttribute("href", `tel:${number.replaceAll("-", "")}`);
  await reader.goto("/directory?q=jtysj");
  await expect(reader.getByRole("link", { name: number })).toBeVisible();

  const caller = await citizen();
  await caller.goto(`/directory?q=${number}`);
  await caller.getByRole("button", { name: new RegExp(`${number} 没人接`) }).click();
  await expect(caller).toHaveURL(/\/write\/receipt\/HY-/);
  const letter = caller.url().split("/").pop()!;
  await expect(caller.getByText(letter).first()).toBeVisible();

  const neighbour = await as("citizen", { javaScriptEnabled: false });
  await neighbour.goto(`/directory?q=${number}`);
  await neighbour.getByRole("button", { name: new RegExp(`${number} 没人接`) }).click();
  await expect(neighbour).toHaveURL(new RegExp(`/letters/${letter}`));

  await expect(async () => {
    await reader.goto(`/directory?q=${number}`);
    await expect(reader.getByText("今天已有 2 人报告没人接")).toBeVisible({ timeout: 500 });
  }).toPass();
  await reader.getByRole("link", { name: `信件 №${letter}` }).click();
  await expect(reader.getByRole("main")).toContainText(letter);
});

test("whoever reports the same number twice a day is told so, and whoever is not signed in comes back to it", async ({
  as,
  citizen,
  visitor,
}) => {
  const number = fresh();
  const operator = await as("operator");
  await operator.goto("/desk/directory");
  await operator.getByText("登记一个电话").click();
  const form = operator.locator("form").filter({ hasText: "登记一个电话" });
  await form.getByLabel("用途").fill("热线");
  await form.getByLabel("号码").fill(number);
  for (const day of ["周一", "周二", "周三", "周四", "周五"]) await form.getByLabel(day).fill("");
  await form.getByRole("button", { name: "登记", exact: true }).click();
  await expect(operator.getByText(number).first()).toBeVisible();

  const caller = await citizen();
  const unanswered = caller.getByRole("button", { name: new RegExp(`${number} 没人接`) });
  await caller.goto(`/offices/jiaotong`);
  await unanswered.click();
  await expect(caller).toHaveURL(/\/write\/receipt\/HY-/);
  await caller.goto(`/directory?q=${number}`);
  await unanswered.click();
  // The same tap within ten minutes is a second click, and gets the first one's answer.
  await expect(caller).toHaveURL(/\/write\/receipt\/HY-/);

  const stranger = await visitor();
  await stranger.goto(`/directory?q=${number}`);
  await stranger.getByRole("button", { name: new RegExp(`${number} 没人接`) }).click();
  await expect(stranger).toHaveURL(/\/sign-in/);
  await stranger.getByRole("button", { name: /^网友/ }).click();
  await expect(stranger).toHaveURL(new RegExp(`/directory\\?q=${number}`));
});

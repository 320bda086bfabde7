import { type Platform, startOne } from "../test/platform.ts";
import { year2027 } from "../test/year-2027.ts";
import { test as base, expect } from "./fixtures.ts";
import { assign, openOnDesk, openStep } from "./handle-a-letter.ts";
import { said } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

/** A platform of its own, ten days before its calendar ends. */
const test = base.extend<object, { december: Platform }>({
  december: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the first parameter.
    async ({}, use) => {
      const platform = await startOne(new Date("2026-12-21T10:00:00+08:00"));
      await use(platform);
      await platform.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  address: [async ({ december }, use) => use(december.address), { scope: "worker" }],
});

test.describe.configure({ mode: "default", timeout: 120_000 });

const transport = "河源市交通运输局";

test("a year is looked at, mended line by line and imported; a letter's expected date becomes certain, and both sides hear of it", async ({
  as,
  visitor,
}) => {
  const [writer, triage] = [await as("citizen"), await as("triage")];
  const title = unique("路灯不亮");
  const { number } = await writeLetter(writer, {
    kind: "投诉",
    title,
    body: "文昌路 12 号门口的路灯半个月不亮，请修。",
  });
  await expect(writer.getByText("1月14日（预计）前")).toBeVisible();
  await openOnDesk(triage, number);
  await openStep(triage, "受理");
  await triage.getByRole("button", { name: /^确认受理/ }).click();
  await expect(said(triage, "已受理")).toBeVisible();
  await assign(triage, number, transport);

  const reader = await visitor();
  await reader.goto(`/letters/${number}`);
  await expect(reader.getByText(/轮到\s*河源市交通运输局，1月11日（预计）前答复/).first()).toBeVisible();

  const administrator = await as("administrator");
  await administrator.goto("/desk/administration");
  await expect(administrator.getByText("日历只到12月31日，还有 10 天")).toBeVisible();
  await administrator.getByRole("link", { name: "日历" }).first().click();
  await administrator.getByLabel("通知名称和文号").fill(year2027.notice);
  await administrator.getByLabel("通知网址").fill(year2027.noticeUrl);
  const list = administrator.getByLabel("放假和调休上班的日子");
  await list.fill(`${year2027.days}\n2027-02-15,上班,春节\n2027-02-30,放假,春节`);
  await administrator.getByRole("button", { name: "看预览" }).click();
  const preview = administrator.locator("#look");
  const lines = year2027.days.split("\n").length;
  await expect(preview).toContainText("有 2 处不对");
  await expect(preview).toContainText(`第 ${lines + 1} 行：2027-02-15 是周一，本来就上班`);
  await expect(preview).toContainText(`第 ${lines + 2} 行：“2027-02-30”不是一个日子`);
  await expect(list).toHaveValue(/2027-02-30/);

  await administrator
    .getByLabel("或者上传 CSV 文件")
    .setInputFiles({ name: "2027.csv", mimeType: "text/csv", buffer: Buffer.from(year2027.days) });
  await administrator.getByRole("button", { name: "看预览" }).click();
  await expect(preview).toContainText("10月1日至7日");
  await expect(preview).toContainText("个正在走的期限重新计算");
  await administrator.getByRole("button", { name: "确认导入 2027 年" }).click();
  await expect(administrator.getByText("2027 年的日历已经导入")).toBeVisible();

  await expect(async () => {
    await reader.goto(`/letters/${number}`);
    await expect(reader.getByText(/轮到\s*河源市交通运输局，1月12日前答复/).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(reader.getByText("1月11日改为1月12日")).toBeVisible();

  await expect(async () => {
    await writer.goto("/me/notices");
    await expect(writer.getByText(`放假安排有变，您的信件 №${number} 的日期重新计算了`)).toBeVisible({ timeout: 500 });
  }).toPass();
  const handler = await as("handler");
  await handler.goto("/me/notices");
  await expect(handler.getByText(`放假安排有变，信件 №${number} 的日期重新计算了`)).toBeVisible();

  await administrator.getByRole("button", { name: "撤销 2027 年" }).click();
  await expect(administrator.getByText("2027 年的日历已经撤销")).toBeVisible();
  await expect(async () => {
    await reader.goto(`/letters/${number}`);
    await expect(reader.getByText("1月11日（预计）前答复").first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await reader.goto("/log?what=rules");
  await expect(reader.getByText("导入放假安排")).toBeVisible();
  await expect(reader.getByText("撤销放假安排")).toBeVisible();
});

test("a number is changed from a later day on, never from today and never beyond the law", async ({ as }) => {
  const administrator = await as("administrator");
  await administrator.goto("/desk/administration/policies");
  const form = administrator.locator("form").filter({ hasText: "更改：受理期限" });
  await form.getByText("更改：受理期限").click();
  await form.getByLabel("多长").fill("2");
  await form.getByLabel("从哪一天起").fill("2027-01-04");
  await form.getByRole("button", { name: "保存更改" }).click();
  await expect(administrator.getByText("2027年1月4日（周一）起改为：2 个工作日")).toBeVisible();
  await form.getByLabel("多长").fill("16");
  await form.getByLabel("单位").selectOption("日");
  await form.getByLabel("从哪一天起").fill("2027-01-05");
  await form.getByRole("button", { name: "保存更改" }).click();
  await expect(administrator.getByRole("alert").filter({ hasText: "超过了法律规定的上限" })).toBeVisible();
});

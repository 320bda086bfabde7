import type { Page } from "@playwright/test";
import { enterByCode, newPhone } from "./enter-by-code.ts";
import { expect, test } from "./fixtures.ts";
import { accept, assign, openOnDesk, openStep } from "./handle-a-letter.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

const transport = "河源市交通运输局";
const lamps = (title: string) => ({
  kind: "投诉" as const,
  title,
  body: "凤凰路的路灯坏了一排，晚上走路看不见台阶，请修一修。",
  to: transport,
});

test("an office that objects in time is heard: overruled it goes on, upheld the letter goes to another office", async ({
  as,
  citizen,
  visitor,
}) => {
  const [writer, triage, handler, reader] = [await citizen(), await as("triage"), await as("handler"), await visitor()];
  const { number } = await writeLetter(writer, lamps(unique("凤凰路路灯坏了")));
  await accept(triage, number);
  await assign(triage, number, transport);

  await take(handler, number, "提出异议", { 为什么不属本单位职责: "路灯由市住房和城乡规划建设局管养。" });
  await expect(said(handler, "异议已经提出")).toBeVisible();
  await expect(handler.getByRole("heading", { name: "有一项异议等待决定" })).toBeVisible();
  await expect(handler.getByRole("link", { name: "异议成立" })).toHaveCount(0);
  await openUntil(reader, `/letters/${number}`, reader.getByRole("heading", { name: /提出异议/ }));

  await openOnDesk(triage, number);
  await expect(triage.getByText("路灯由市住房和城乡规划建设局管养。").first()).toBeVisible();
  await take(triage, number, "异议成立", { 理由: "按照职责清单，路灯归住建部门。" });
  await expect(said(triage, "异议成立，这封信等待重新转办")).toBeVisible();
  await assign(triage, number, "河源市住房和城乡规划建设局");

  await openUntil(reader, `/letters/${number}`, reader.getByText("换主办 1 次"));
  await expect(reader.getByText("提出异议 1 次，其中成立 1 次。")).toBeVisible();
  await expect(reader.getByText("还剩 15 个工作日").first()).toBeVisible();
});

test("an office asks for time once, within the law; its head decides, and the writer is told why and until when", async ({
  as,
  visitor,
}) => {
  const [writer, operator, handler, reader] = [
    await visitor(),
    await as("operator"),
    await as("handler"),
    await visitor(),
  ];
  const phone = newPhone();
  await enterByCode(writer, phone);
  const { number } = await writeLetter(writer, lamps(unique("凤凰路台阶太黑")));
  await accept(operator, number);
  await assign(operator, number, transport);

  const why = "灯杆要整排更换，厂家十天后到货。";
  await take(handler, number, "申请延期", { 延长几日: "31", 原因: why });
  await expect(refusal(handler, "最多只能延长 30 日，您填的是 31 日")).toBeVisible();
  await expect(handler.getByLabel("原因")).toHaveValue(why);
  await handler.getByLabel("延长几日").fill("15");
  await handler.getByRole("button", { name: "申请延期" }).click();
  await expect(said(handler, "延期申请已经提出")).toBeVisible();
  await expect(handler.getByRole("link", { name: "同意延期" })).toHaveCount(0);

  await take(operator, number, "同意延期", {});
  await expect(said(operator, "已同意延期")).toBeVisible();
  await expect(operator.locator("#clock").getByText("延期 15 日").first()).toBeVisible();
  await openOnDesk(handler, number);
  await expect(handler.getByRole("link", { name: "申请延期" })).toHaveCount(0);

  await openUntil(reader, `/letters/${number}`, reader.getByText(/延长 15 日，改为.*月.*日前答复/));
  await expect(reader.getByText(why).first()).toBeVisible();
  await toldByMessage(writer, phone, [`信件${number}的承办单位申请延期：${why}`, `信件${number}延期已获同意`]);
});

/** Opens a step's form, fills it and presses its button, which has the step's name. */
async function take(page: Page, number: string, step: string, fields: Record<string, string>): Promise<void> {
  await openOnDesk(page, number);
  await openStep(page, step);
  const form = page.locator("#do");
  for (const [label, words] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(words);
  await form.getByRole("button", { name: step, exact: true }).click();
}

async function toldByMessage(page: Page, phone: string, messages: string[]): Promise<void> {
  const rows = page.getByRole("row").filter({ hasText: phone });
  await expect(async () => {
    await page.goto("/dev/outbox");
    for (const words of messages) await expect(rows.filter({ hasText: words })).toHaveCount(1, { timeout: 500 });
  }).toPass();
}

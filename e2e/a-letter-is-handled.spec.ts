import type { Page } from "@playwright/test";
import { enterByCode, newPhone } from "./enter-by-code.ts";
import { expect, test } from "./fixtures.ts";
import { accept, answer, assign, fourParts, openOnDesk, openStep, reportProgress } from "./handle-a-letter.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

const transport = "河源市交通运输局";

const complaint = (title: string) => ({
  kind: "投诉" as const,
  title,
  body: "文昌路 12 号门口的井盖松了半个月，夜里骑车的人摔过两次，请换一个不会响的。",
});

test("triage accepts what may be published, and assigns; everybody sees whose turn it is and until when", async ({
  as,
  citizen,
  visitor,
}) => {
  const [writer, triage, reader] = [await citizen(), await as("triage"), await visitor()];
  const identity = "11010519491231002X";
  const title = unique("井盖松动");
  const { number } = await writeLetter(writer, {
    ...complaint(title),
    body: `请联系我，身份证号${identity}。井盖松了。`,
  });

  await reader.goto(`/letters/${number}`);
  await expect(reader.getByRole("heading", { name: `信件 №${number}` })).toBeVisible();
  await expect(reader.getByText(title)).toHaveCount(0);

  await openOnDesk(triage, number);
  await openStep(triage, "受理");
  const check = triage.getByRole("region", { name: "公开前核对" });
  await expect(check.locator("mark")).toHaveText(`${identity}身份证号，已校验`);
  await expect(check.getByLabel("公开正文")).not.toHaveValue(new RegExp(identity));
  const proposed = await check.getByLabel("公开正文").inputValue();

  await check.getByLabel("公开正文").fill(`身份证号${identity}。井盖松了。`);
  await triage.getByRole("button", { name: "确认受理并公开" }).click();
  await expect(refusal(triage, "还有身份证号")).toBeVisible();
  await expect(check.getByLabel("公开正文")).toHaveValue(`身份证号${identity}。井盖松了。`);
  await check.getByLabel("公开正文").fill(proposed);
  await triage.getByRole("button", { name: "确认受理并公开" }).click();
  await expect(said(triage, "已受理")).toBeVisible();
  await assign(triage, number, transport);

  const turn = reader.getByText(new RegExp(`轮到\\s*${transport}.*月.*日前答复`)).first();
  await openUntil(reader, `/letters/${number}`, turn);
  await expect(reader.getByRole("heading", { name: title })).toBeVisible();
  await expect(reader.getByText("还剩 15 个工作日").first()).toBeVisible();
  expect(await (await reader.request.get(`/letters/${number}`)).text()).not.toContain(identity);
  expect(await (await reader.request.get(`/letters/${number}.json`)).text()).not.toContain(identity);
});

test("a handler reports and answers in four parts, and the writer is told each time", async ({ as, visitor }) => {
  const [writer, operator, handler] = [await visitor(), await as("operator"), await as("handler")];
  const phone = newPhone();
  await enterByCode(writer, phone);
  const title = unique("公交站牌被树挡住");
  const { number } = await writeLetter(writer, { ...complaint(title), to: transport, visible: "公开，署网名" });
  await writer.goto("/");

  await accept(operator, number);
  await assign(operator, number, transport);
  await expect(unread(writer)).toHaveText(/^[1-9]\d*$/);
  const progress = unique("已到现场看过，园林队明天修枝。");
  await reportProgress(handler, number, progress);
  await openOnDesk(handler, number);
  await handler.getByRole("button", { name: "检查并答复" }).click();
  await expect(refusal(handler, "请写查明的事实")).toBeVisible();
  const facts = unique("现场核实，站牌被行道树遮住一半。");
  await answer(handler, number, fourParts(facts));

  await toldByMessage(writer, phone, [
    `信件${number}已受理`,
    `信件${number}已转${transport}办理`,
    `信件${number}已答复`,
  ]);
  await writer.goto("/me");
  const letter = writer
    .getByRole("listitem")
    .filter({ hasText: number })
    .filter({ has: writer.getByRole("heading") });
  await expect(letter).toContainText(/\d 条新消息/);
  await letter.getByRole("link", { name: "去评价" }).click();
  await expect(writer.getByText(progress).first()).toBeVisible();
  await expect(writer.getByText(facts).first()).toBeVisible();
  await expect(writer.getByRole("heading", { name: "办得怎么样，由您来评" })).toBeVisible();
  await writer.goto("/");
  await expect(unread(writer)).toHaveText("");
});

/** The number beside 我的. */
const unread = (page: Page) => page.getByRole("link", { name: /^我的/ }).first().locator("[data-unread]");

async function toldByMessage(page: Page, phone: string, messages: string[]): Promise<void> {
  const rows = page.getByRole("row").filter({ hasText: phone });
  await expect(async () => {
    await page.goto("/dev/outbox");
    for (const words of messages) await expect(rows.filter({ hasText: words })).toHaveCount(1, { timeout: 500 });
  }).toPass();
  for (const words of messages) {
    await expect(rows.filter({ hasText: words })).toContainText(/最迟\d+月\d+日|\d+月\d+日前/);
    await expect(rows.filter({ hasText: words })).toContainText(/http:\/\/\S+\/(letters\/HY-|rate\/)/);
  }
}

test("a letter judged unsolved is reopened once, answered again, and closed by its writer", async ({
  as,
  citizen,
  visitor,
}) => {
  const [first, second] = [await citizen(), await citizen()];
  const [operator, handler] = [await as("operator"), await as("handler")];
  const title = unique("路口积水");
  const { number } = await writeLetter(first, { ...complaint(title), to: transport });
  await accept(operator, number);
  await assign(operator, number, transport);
  await answer(handler, number, fourParts("现场核实，路口低洼，雨后积水。"));

  for (const page of [first, second]) await page.goto(`/letters/${number}/act`);
  await judge(first, "未解决", "雨后还是积水。", "没解决，退回重办");
  await expect(said(first, "已退回重办")).toBeVisible();
  const again = unique("已加装雨水箅子，雨后无积水。");
  await answer(handler, number, fourParts(again));

  await judge(second, "未解决", "又积水了。", "没解决，退回重办");
  await expect(refusal(second, "每封信只能重新办理一次")).toBeVisible();
  await expect(second.getByLabel("想说的话")).toHaveValue("又积水了。");

  await first.goto(`/letters/${number}/act`);
  await expect(first.getByRole("button", { name: "没解决，退回重办" })).toHaveCount(0);
  await judge(first, "部分解决", "好多了。", "评价并办结");
  await expect(said(first, "谢谢您的评价")).toBeVisible();

  const reader = await visitor();
  await openUntil(reader, `/letters/${number}`, reader.getByText("已办结").first());
  await expect(reader.getByText(again).first()).toBeVisible();
  await expect(reader.getByText("认为未解决，已退回重办").first()).toBeVisible();
  await expect(reader.getByText("部分解决").first()).toBeVisible();
});

async function judge(page: Page, solved: string, words: string, button: string): Promise<void> {
  await page.getByRole("radio", { name: solved, exact: true }).check();
  for (const group of ["态度", "速度"]) {
    await page.getByRole("group", { name: group }).getByRole("radio", { name: "基本满意" }).check();
  }
  await page.getByLabel("想说的话").fill(words);
  await page.getByRole("button", { name: button }).click();
}

import { expect, type Page } from "@playwright/test";
import { said } from "./hear.ts";

/** The letter on the desk of whoever handles it. */
export async function openOnDesk(page: Page, number: string): Promise<void> {
  await page.goto(`/desk/letters/${number}`);
  await expect(page.getByRole("navigation", { name: "这封信可以做的事" })).toBeVisible();
}

/** Opens the form of a step among what can be done with the letter. */
export const openStep = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "这封信可以做的事" }).getByRole("link", { name, exact: true }).click();

/** 受理: the proposed text confirmed as it stands. */
export async function accept(page: Page, number: string): Promise<void> {
  await openOnDesk(page, number);
  await openStep(page, "受理");
  await page.getByRole("button", { name: /^确认受理/ }).click();
  await expect(said(page, "已受理，答复期限从今天起算")).toBeVisible();
}

/** 转办, the lead office by its name. */
export async function assign(page: Page, number: string, lead: string): Promise<void> {
  await openOnDesk(page, number);
  await openStep(page, "转办、加协办");
  await page.getByLabel("主办单位").selectOption({ label: lead });
  await page.getByRole("button", { name: "转办", exact: true }).click();
  await expect(said(page, "已转办")).toBeVisible();
}

/** 公开更新. */
export async function reportProgress(page: Page, number: string, words: string): Promise<void> {
  await openOnDesk(page, number);
  await page.getByLabel("进展", { exact: true }).fill(words);
  await page.getByRole("button", { name: "公开这条进展" }).click();
  await expect(said(page, "进展已经公开")).toBeVisible();
}

/** Signs that no other answer has: what nearly repeats another answer of the office is held back. */
const signs = () =>
  Array.from({ length: 20 }, () => String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 5000))).join("");

export const fourParts = (facts: string) => ({
  查明的事实: facts,
  法律政策依据: "《城市道路管理条例》第二十三条。",
  办了什么: `已更换破损井盖两处，补好路面四平方米，图号${signs()}。`,
  下一步和电话: "本月底前再巡查一遍；市交通运输局 0762-000-8800。",
});

/** 答复, in its four parts. */
export async function answer(page: Page, number: string, parts: Record<string, string>): Promise<void> {
  await openOnDesk(page, number);
  for (const [name, words] of Object.entries(parts)) await page.getByLabel(new RegExp(name)).fill(words);
  await page
    .getByRole("group", { name: /^单位认定/ })
    .getByRole("radio", { name: "已解决" })
    .check();
  await page.getByRole("button", { name: "检查并答复" }).click();
  await expect(said(page, "答复已经发出")).toBeVisible();
}

import { expect, type Page } from "@playwright/test";

export interface Letter {
  kind: "咨询" | "建议" | "投诉" | "求助" | "检举控告";
  title: string;
  body: string;
  /** The place in words; a county by its name. */
  place?: string;
  county?: string;
  /** A mailbox by its name in the list; otherwise 不知道选谁. */
  to?: string;
  visible?: "公开，署名“网友”" | "公开，署网名" | "仅办理单位可见";
  name?: string;
  phone?: string;
  /** Of an accusation: whom it is about, as the list has them. */
  accused?: string;
}

/** What the receipt says: with both one may look the letter up. */
export interface Receipt {
  number: string;
  code: string;
}

const next = (page: Page) => page.getByRole("button", { name: "下一步" }).click();

/** Writes a letter in the four steps, as whoever is signed in, and reads the receipt. */
export async function writeLetter(page: Page, letter: Letter): Promise<Receipt> {
  await page.goto("/write");
  await sayWhat(page, letter);
  await sayWhere(page, letter);
  await sayWho(page, letter);
  await expect(page.getByRole("heading", { level: 1, name: "核对一遍，再寄出" })).toBeVisible();
  await page.getByRole("button", { name: "寄出" }).click();
  return readReceipt(page);
}

/** 1: what it is about. */
export async function sayWhat(page: Page, { kind, title, body }: Letter): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "什么事" })).toBeVisible();
  await page.getByRole("radio", { name: new RegExp(`^${kind}`) }).check();
  await page.getByLabel("标题").fill(title);
  await page.getByLabel("写给办理单位看的内容").fill(body);
  await next(page);
}

/** 2: where, and to whom. */
export async function sayWhere(page: Page, { place = "文昌路 12 号", county, to }: Letter): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "在哪里，写给谁" })).toBeVisible();
  if (county) await page.getByLabel("县区").selectOption({ label: county });
  await page.getByLabel(/^具体地点/).fill(place);
  if (to) {
    await page.getByRole("radio", { name: /^在名单里另选一个/ }).check();
    await page.getByLabel("全部信箱").selectOption({ label: to });
  } else await page.getByRole("radio", { name: /^不知道选谁/ }).check();
  await next(page);
}

/** 3: who sees it, and how to reach the writer. */
export async function sayWho(
  page: Page,
  { visible = "公开，署名“网友”", accused, name, phone }: Letter,
): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "联系方式和公开" })).toBeVisible();
  if (accused) await page.getByLabel("被检举的单位或职务").selectOption({ label: accused });
  else {
    await page.getByRole("radio", { name: new RegExp(`^${visible}`) }).check();
    if (visible !== "仅办理单位可见") await page.getByLabel("我同意公开这封信的内容和办理经过").check();
  }
  if (name) await page.getByLabel("姓名").fill(name);
  if (phone) await page.getByLabel("另外的联系电话").fill(phone);
  await next(page);
}

export async function readReceipt(page: Page): Promise<Receipt> {
  await expect(page.getByRole("heading", { level: 1, name: "信已寄出" })).toBeVisible();
  const said = (await page.getByRole("main").textContent()) ?? "";
  const number = /HY-\d{4}-\d{5}/.exec(said)?.[0];
  const code = /查询码\s*([0-9A-Z]{4} [0-9A-Z]{4})/.exec(said)?.[1];
  expect(number, "the receipt says the number").toBeDefined();
  expect(code, "the receipt says the query code").toBeDefined();
  return { number: number!, code: code! };
}

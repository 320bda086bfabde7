import { expect, type Locator, type Page } from "@playwright/test";

/** An address that nobody else has in this run. */
export const newAddress = () => `reader-${Math.random().toString(36).slice(2, 10)}@example.org`;

/** The mail to an address that says this, as /dev/outbox shows it; the page that is open stays open. */
export async function readMail(
  page: Page,
  address: string,
  words: string | RegExp,
): Promise<{ text: string; state: string }> {
  const outbox = await page.context().newPage();
  const row: Locator = outbox.getByRole("row").filter({ hasText: address }).filter({ hasText: words }).first();
  await expect(async () => {
    await outbox.goto("/dev/outbox");
    await expect(row).toBeVisible({ timeout: 500 });
  }).toPass();
  await row.getByText("全文").click();
  // With its lines: a mail's headers stand below its words.
  const [text] = await row.getByRole("cell").nth(3).allInnerTexts();
  const [state] = await row.getByRole("cell").last().allInnerTexts();
  await outbox.close();
  return { text: text ?? "", state: state ?? "" };
}

/** Gives an address where one chooses how one is told, and follows the link that is sent there. */
export async function confirmAddress(page: Page, address: string): Promise<string> {
  await page.goto("/me/notices/settings");
  await page.getByLabel("邮箱地址").fill(address);
  await page.getByRole("button", { name: "发确认邮件" }).click();
  await expect(page.getByText(`确认邮件已发到 ${address}`)).toBeVisible();
  const { text } = await readMail(page, address, "请确认您的邮箱地址");
  const link = /http\S+\/confirm-address\/\S+/.exec(text)![0];
  await page.goto(link);
  await page.getByRole("button", { name: "确认", exact: true }).click();
  await expect(page.getByText("邮箱已确认")).toBeVisible();
  return link;
}

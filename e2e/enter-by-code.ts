import { expect, type Page } from "@playwright/test";

/** A mobile number that nobody else has in this run. */
export const newPhone = () => `139${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;

/** Has a code sent to the number; the sign-in page is open. */
export async function askForCode(page: Page, phone: string): Promise<void> {
  await page.getByLabel("手机号").fill(phone);
  await page.getByRole("button", { name: "发验证码" }).click();
  await expect(page.getByRole("status").filter({ hasText: `验证码已发往 ${phone}` })).toBeVisible();
}

/** What the phone received last, as /dev/outbox shows it; the page that is open stays open. */
export async function readCode(page: Page, phone: string): Promise<string> {
  const outbox = await page.context().newPage();
  const message = outbox.getByRole("row").filter({ hasText: phone }).filter({ hasText: "登录验证码" }).first();
  await expect(async () => {
    await outbox.goto("/dev/outbox");
    await expect(message).toBeVisible({ timeout: 500 });
  }).toPass();
  const code = /验证码 (\d{6})/.exec((await message.textContent()) ?? "")?.[1];
  await outbox.close();
  return code!;
}

/** Signs in as a citizen who has never been here, by phone and code. */
export async function enterByCode(page: Page, phone = newPhone(), nickname?: string): Promise<void> {
  await page.goto("/sign-in");
  await askForCode(page, phone);
  await page.getByLabel("短信验证码").fill(await readCode(page, phone));
  if (nickname) {
    await page.getByText("第一次来？可以取个网名").click();
    await page.getByLabel("网名", { exact: true }).fill(nickname);
  }
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

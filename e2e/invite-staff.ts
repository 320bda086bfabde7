import { expect, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";

/** A desk of somebody who works in an office: its role, and where, as the lists have them. */
export interface Desk {
  nickname: string;
  role: string;
  place: string;
}

/** An administrator opens a desk; the answer is the link for whoever will work at it. */
export async function inviteStaff(administrator: Page, { nickname, role, place }: Desk): Promise<string> {
  await administrator.goto("/desk/administration/people");
  await administrator.getByText("新设岗位并邀请").click();
  await administrator.getByLabel("岗位名称").fill(nickname);
  await administrator.locator("#invite-role").selectOption({ label: role });
  await administrator.locator("#invite-scope").selectOption({ label: place });
  await administrator.getByRole("button", { name: "设岗位，生成邀请链接" }).click();
  const link = administrator.getByRole("status").getByRole("link");
  await expect(link).toBeVisible();
  return (await link.getAttribute("href"))!;
}

export interface Credentials {
  name: string;
  password: string;
  /** The six digits of now. */
  totp(): string;
}

/** Whoever got the link chooses name and password, binds the authenticator, and is signed in. */
export async function takeDesk(page: Page, link: string): Promise<Credentials> {
  await page.goto(link);
  const secret = (await page.locator("code").textContent())!.replace(/\s/g, "");
  const authenticator = new TOTP({ secret: Secret.fromBase32(secret) });
  const credentials = {
    name: `desk-${Math.random().toString(36).slice(2, 10)}`,
    password: "四个不相干的词 river lamp",
    totp: () => authenticator.generate(),
  };
  await page.getByLabel("工作账号").fill(credentials.name);
  await page.getByLabel("口令", { exact: true }).fill(credentials.password);
  await page.getByLabel("验证器上显示的 6 位数字").fill(credentials.totp());
  await page.getByRole("button", { name: "设定并登录" }).click();
  await page.waitForURL(/\/desk/);
  return credentials;
}

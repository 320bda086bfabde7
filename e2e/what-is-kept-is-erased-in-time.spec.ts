import { enterByCode, newPhone } from "./enter-by-code.ts";
import { expect, test } from "./fixtures.ts";
import { openOnDesk } from "./handle-a-letter.ts";
import { refusal } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

const letter = (title: string) => ({
  kind: "投诉" as const,
  title,
  body: "文昌路 12 号门口的井盖松了半个月，请更换。",
});

test("a citizen closes the account: typed out, signed out everywhere, and another name stands where theirs stood", async ({
  visitor,
}) => {
  const [page, elsewhere] = [await visitor(), await visitor()];
  const phone = newPhone();
  await enterByCode(page, phone);
  await page.goto("/me");
  const nickname = ((await page.getByRole("heading", { level: 1 }).textContent()) ?? "").replace(/，您好$/, "").trim();
  const { number } = await writeLetter(page, letter(unique("井盖松动")));
  await page.goto("/me");
  await page.getByRole("link", { name: "注销账号" }).click();
  await expect(page.getByText("正在办的 1 封信件继续由单位办理")).toBeVisible();
  await page.getByLabel(/照样输入您的昵称/).fill("别人");
  await page.getByRole("button", { name: "注销账号，清除身份信息" }).click();
  await expect(refusal(page, "输入的昵称和您的昵称不同")).toBeVisible();
  await page.getByLabel(/照样输入您的昵称/).fill(nickname);
  await page.getByRole("button", { name: "注销账号，清除身份信息" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "账号已经注销" })).toBeVisible();
  await page.goto("/me");
  await expect(page.getByRole("heading", { level: 1, name: "登录" })).toBeVisible();
  await elsewhere.goto(`/letters/${number}`);
  await expect(elsewhere.getByRole("main")).toContainText(number);
  await elsewhere.goto("/log?what=rules");
  await expect(elsewhere.getByText("应本人要求注销账号")).toBeVisible();
});

test("a writer sees who opened the letter, and takes the consent to publication back", async ({
  as,
  citizen,
  visitor,
}) => {
  const [writer, triage, reader] = [await citizen(), await as("triage"), await visitor()];
  const { number } = await writeLetter(writer, { ...letter(unique("井盖松动")), visible: "公开，署网名" });
  await openOnDesk(triage, number);
  await writer.goto(`/letters/${number}/act`);
  await expect(writer.getByText("打开了原文").first()).toBeVisible();
  await writer.getByRole("button", { name: "改为仅办理单位可见" }).click();
  await expect(writer.getByText("已改为仅办理单位可见")).toBeVisible();
  await expect(writer.getByRole("button", { name: "改为仅办理单位可见" })).toHaveCount(0);
  await triage.goto(`/desk/letters/${number}?do=accept`);
  await expect(triage.getByRole("button", { name: "确认受理", exact: true })).toBeVisible();
  await reader.goto(`/letters/${number}`);
  await expect(reader.getByRole("main")).toContainText(number);
});

test("an administrator puts a letter on hold for a reason, and ends the hold", async ({ as, citizen }) => {
  const [writer, administrator] = [await citizen(), await as("administrator")];
  const { number } = await writeLetter(writer, letter(unique("井盖松动")));
  await administrator.goto("/desk/administration/retention");
  await administrator.getByLabel("信件编号").fill(number);
  await administrator.getByRole("button", { name: "暂缓清除", exact: true }).click();
  await expect(refusal(administrator, "请写为什么要暂缓清除")).toBeVisible();
  await administrator.getByLabel("理由").fill("案件正在诉讼。");
  await administrator.getByRole("button", { name: "暂缓清除", exact: true }).click();
  const row = administrator.getByRole("row").filter({ hasText: number });
  await expect(row).toContainText("案件正在诉讼。");
  await row.getByRole("button", { name: `恢复清除信件 ${number}` }).click();
  await expect(row).toHaveCount(0);
});

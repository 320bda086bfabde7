import { expect, test } from "./fixtures.ts";
import { openUntil, refusal } from "./hear.ts";
import { inviteStaff, takeDesk } from "./invite-staff.ts";

const word = () => Math.random().toString(36).slice(2, 8);

test("an administrator creates an office and its mailbox, and citizens find them", async ({ as, visitor, citizen }) => {
  const administrator = await as("administrator");
  const slug = `yuanlin-${word()}`;
  const name = `河源市园林管理处${word()}`;
  await administrator.goto("/desk/administration");
  await administrator.getByText("在河源市建单位").click();
  const form = administrator.locator("form").filter({ hasText: "在河源市建单位" });
  await form.getByLabel("单位全称").fill(name);
  await form.getByLabel("英文代号").fill("不是代号");
  await form.getByRole("button", { name: "建单位" }).click();
  await expect(refusal(administrator, "英文代号要有")).toBeVisible();
  await expect(form.getByLabel("单位全称")).toHaveValue(name);
  await form.getByLabel("英文代号").fill(slug);
  await form.getByRole("button", { name: "建单位" }).click();
  await administrator.getByRole("link", { name }).click();
  await expect(administrator.getByRole("heading", { level: 1, name })).toBeVisible();

  await administrator.locator("summary").filter({ hasText: "开信箱" }).click();
  await administrator.locator("#mailbox-slug").fill(`${slug}-box`);
  await administrator.getByRole("button", { name: "开信箱" }).click();
  await expect(administrator.getByText(`${slug}-box`)).toBeVisible();

  const reader = await visitor();
  await reader.goto(`/offices/${slug}`);
  await expect(reader.getByRole("heading", { name: new RegExp(name) }).first()).toBeVisible();
  const writer = await citizen();
  await openUntil(writer, "/leaders", writer.getByRole("link", { name: new RegExp(name) }).first());

  await administrator.getByLabel(`请输入英文代号 ${slug} 确认`).fill(slug);
  await administrator.getByRole("button", { name: "撤销这个单位" }).click();
  await expect(refusal(administrator, "这个单位还有 1 个开着的信箱")).toBeVisible();

  await administrator.getByRole("button", { name: /^关闭/ }).click();
  await expect(administrator.getByRole("button", { name: /^关闭/ })).toHaveCount(0);
  await administrator.getByLabel(`请输入英文代号 ${slug} 确认`).fill(slug);
  await administrator.getByRole("button", { name: "撤销这个单位" }).click();
  await expect(administrator).toHaveURL(/\/desk\/administration$/);
  await expect(administrator.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(administrator.getByRole("link", { name })).toHaveCount(0);
});

test("a desk is offered by a link, taken with a password and an authenticator, and its role taken back", async ({
  as,
  visitor,
}) => {
  const [administrator, worker] = [await as("administrator"), await visitor()];
  const nickname = `审核岗 ${word()}`;
  const link = await inviteStaff(administrator, { nickname, role: "版主", place: "河源市" });
  await takeDesk(worker, link);
  await worker.goto("/desk/comments?at=1");
  await expect(worker.getByRole("heading", { level: 1, name: "评论队列" })).toBeVisible();

  const other = await visitor();
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "这个链接不能用了" })).toBeVisible();

  await administrator.goto("/desk/administration/people");
  const desk = administrator.getByRole("row").filter({ hasText: nickname });
  await desk.getByRole("button", { name: /^收回.*版主/ }).click();
  await expect(administrator.getByRole("button", { name: new RegExp(`^收回${nickname}`) })).toHaveCount(0);
  await expect(async () => {
    await worker.goto("/desk/comments?at=1");
    await expect(worker.getByRole("heading", { level: 1, name: "登录" })).toBeVisible({ timeout: 500 });
  }).toPass();
  await administrator.goto("/log");
  await expect(administrator.getByRole("main")).toContainText("版主");
});

test("staff come back with name, password and a fresh code, and with nothing less", async ({ as, visitor }) => {
  const [administrator, worker] = [await as("administrator"), await visitor()];
  const nickname = `承办岗 ${word()}`;
  const link = await inviteStaff(administrator, { nickname, role: "承办人", place: "河源市水务局" });
  const { name, password, totp } = await takeDesk(worker, link);
  const used = totp();
  const again = await visitor();
  await again.goto("/sign-in");
  await again.getByLabel("工作账号").fill(name);
  await again.getByLabel("口令", { exact: true }).fill(password);
  await again.getByLabel("动态码").fill(used);
  await again.getByRole("button", { name: "进入工作台" }).click();
  await expect(refusal(again, "账号、口令或动态码不对")).toBeVisible();
  await expect(again.getByLabel("工作账号")).toHaveValue(name);
  await expect(again.getByLabel("口令", { exact: true })).toHaveValue("");
});

test("the last administrator cannot be taken away", async ({ as }) => {
  const administrator = await as("administrator");
  await administrator.goto("/desk/administration/people");
  const desk = administrator.getByRole("row").filter({ hasText: "管理岗 01" });
  await desk.getByRole("button", { name: /^收回.*管理员/ }).click();
  await expect(refusal(administrator, "这是最后一位能登录的全站管理员")).toBeVisible();
  await administrator.goto("/desk/administration/people");
  await expect(desk.getByRole("button", { name: /^收回.*管理员/ })).toBeVisible();
});

import { type Platform, startOne } from "../test/platform.ts";
import { enterByCode, newPhone } from "./enter-by-code.ts";
import { advanceClock, test as base, expect } from "./fixtures.ts";
import { accept } from "./handle-a-letter.ts";
import { refusal, said } from "./hear.ts";
import { confirmAddress, newAddress, readMail } from "./read-mail.ts";
import { comment, openDiscussion, say, unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

/** A platform of its own, where it is half past ten at night: messages wait until seven. */
const test = base.extend<object, { night: Platform }>({
  night: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the first parameter.
    async ({}, use) => {
      const platform = await startOne(new Date("2026-11-24T22:30:00+08:00"));
      await use(platform);
      await platform.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  address: [async ({ night }, use) => use(night.address), { scope: "worker" }],
});

// One after the other: they share the clock, which only goes forward.
test.describe.configure({ mode: "default", timeout: 120_000 });

const transport = "河源市交通运输局";

test("an address counts once its owner has followed the link, which is good once", async ({ visitor }) => {
  const page = await visitor();
  await enterByCode(page, newPhone());
  await page.goto("/me/notices/settings");
  await page.getByLabel("邮箱地址").fill("reader@nowhere");
  await page.getByRole("button", { name: "发确认邮件" }).click();
  await expect(refusal(page, "请填一个完整的邮箱地址")).toBeVisible();
  await expect(page.getByLabel("邮箱地址")).toHaveValue("reader@nowhere");

  const address = newAddress();
  const link = await confirmAddress(page, address);
  await page.goto(link);
  await expect(page.getByText("这个链接不能用了")).toBeVisible();
  await page.goto("/me/notices/settings");
  await expect(page.getByText(`通知发到 ${address}`)).toBeVisible();
  await page.getByLabel("我的信件：邮件").selectOption({ label: "每日摘要" });
  await page.getByRole("button", { name: "保存设置" }).click();
  await expect(said(page, "设置已保存")).toBeVisible();
  await expect(page.getByLabel("我的信件：邮件")).toHaveValue("digest");
});

test("the badge grows in another tab; the mail says what happened, waits for the morning, and can be ended twice", async ({
  as,
  visitor,
  request,
}) => {
  const [writer, operator] = [await visitor(), await as("operator")];
  await enterByCode(writer, newPhone());
  const address = newAddress();
  await confirmAddress(writer, address);
  const title = unique("公交站牌被树挡住");
  const { number } = await writeLetter(writer, { kind: "投诉", title, body: "看不见到站时间。", to: transport });
  const tab = await writer.context().newPage();
  await tab.goto("/letters");
  const badge = tab.getByRole("link", { name: /^我的/ }).first().locator("[data-unread]");
  await expect(badge).toHaveText("");
  await writer.goto("/me/notices");

  await accept(operator, number);
  await expect(badge).toHaveText("1");
  await writer.getByRole("link", { name: "有新通知" }).click();
  const notice = writer.getByRole("listitem").filter({ hasText: `您的信件 №${number} 已受理` });
  await expect(notice).toContainText("未读");
  await notice.getByText("详情").click();
  await expect(notice).toContainText(/邮件 等到 11月25日.*07:00 发出/);

  const mail = await readMail(writer, address, `您的信件 №${number} 已受理`);
  expect(mail.text).toContain(title);
  expect(mail.text).toMatch(/最后一天：\d+年\d+月\d+日/);
  expect(mail.state).toBe("等待发送");

  const [, out] = /退订：(\S+)/.exec(mail.text)!;
  const [, oneClick] = /List-Unsubscribe: (\S+)/.exec(mail.text)!;
  const stranger = await visitor();
  await stranger.goto(oneClick!);
  await expect(stranger.getByRole("button", { name: "退订" })).toBeVisible();
  for (let twice = 0; twice < 2; twice += 1) expect((await request.post(oneClick!)).status()).toBe(204);
  await stranger.goto(out!);
  await expect(stranger.getByText("您已经退订过了")).toBeVisible();
  await stranger.goto(out!.replace("-own-", "-talk-"));
  await expect(stranger.getByText("这个退订链接不完整")).toBeVisible();

  await advanceClock(request, 1);
  await expect(async () => {
    expect((await readMail(writer, address, number)).state).toBe("不再发出：内容已不公开或已退订");
  }).toPass();
});

test("what others say comes the next morning in one mail; nobody reads another's notices", async ({
  citizen,
  visitor,
  request,
}) => {
  const [writer, other] = [await visitor(), await citizen()];
  await enterByCode(writer, newPhone());
  const address = newAddress();
  await confirmAddress(writer, address);
  const [words, answer] = [unique("路口的灯又坏了。"), unique("我家门口也是。")];
  await openDiscussion(writer);
  await say(writer, words);
  await other.goto(`${new URL(writer.url()).pathname}?sort=newest`);
  await comment(other, words).getByRole("link", { name: "回复" }).first().click();
  await other.getByLabel("评论内容").fill(answer);
  await other.getByRole("button", { name: "发表" }).click();
  await expect(other.getByText(answer)).toBeVisible();

  await expect(async () => {
    await writer.goto("/me/notices?kind=talk");
    await expect(writer.getByText(answer)).toBeVisible({ timeout: 500 });
  }).toPass();
  const link = await writer.getByRole("link", { name: /回复了您的评论/ }).getAttribute("href");
  expect((await other.goto(link!))!.status()).toBe(404);
  const stranger = await visitor();
  await stranger.goto(link!);
  await expect(stranger).toHaveURL(/\/sign-in/);

  await advanceClock(request, 1);
  const mail = await readMail(writer, address, "回复了您的评论");
  expect(mail.text).toContain(answer);
  await writer.goto(link!);
  await expect(writer.getByText(answer)).toBeVisible();
  await writer.goto("/me/notices?kind=talk");
  await expect(writer.getByRole("button", { name: "标为未读" })).toBeVisible();
});

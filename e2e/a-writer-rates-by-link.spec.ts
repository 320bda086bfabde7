import type { Page } from "@playwright/test";
import { expect, type Role, test } from "./fixtures.ts";
import { accept, answer, assign, fourParts } from "./handle-a-letter.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

const transport = "河源市交通运输局";
const onThePhone = { viewport: { width: 360, height: 740 } };

interface Answered {
  number: string;
  title: string;
  /** The path of the link in the short message. */
  link: string;
  handler: Page;
}

/** A letter that was answered, and the link that its writer was sent. */
async function answered(as: (role: Role) => Promise<Page>, writer: Page): Promise<Answered> {
  const title = unique("站台灯箱不亮");
  const body = "文昌路站台的灯箱坏了，晚上看不清站名，井盖旁边也绊脚。";
  const { number } = await writeLetter(writer, { kind: "投诉", title, body, to: transport });
  const [operator, handler] = [await as("operator"), await as("handler")];
  await accept(operator, number);
  await assign(operator, number, transport);
  await answer(handler, number, fourParts(unique("站台灯箱进水短路，井盖高出两厘米。")));

  const message = writer.getByRole("row").filter({ hasText: `信件${number}已答复` });
  await openUntil(writer, "/dev/outbox", message);
  const link = /(\/rate\/[\w-]{16})/.exec((await message.textContent()) ?? "")?.[1];
  expect(link, "the message has a rating link").toBeDefined();
  return { number, title, link: link!, handler };
}

/** One tap each. */
async function tap(page: Page, verdict: Record<"解决了没有" | "态度" | "速度", string>): Promise<void> {
  for (const [asked, said] of Object.entries(verdict))
    await page.getByRole("group", { name: asked }).getByRole("radio", { name: said, exact: true }).check();
}

test("the link in the message judges without signing in and without scripts, once; both verdicts stand side by side", async ({
  as,
  citizen,
  visitor,
}) => {
  const { number, title, link } = await answered(as, await citizen());
  const phone = await visitor({ ...onThePhone, javaScriptEnabled: false });
  await phone.goto(link);
  await expect(phone.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(phone.getByText("已更换破损井盖两处").first()).toBeVisible();

  await phone.getByRole("button", { name: "评价并办结" }).click();
  await expect(refusal(phone, "请选解决了没有")).toBeVisible();
  await tap(phone, { 解决了没有: "部分解决", 态度: "满意", 速度: "基本满意" });
  await phone.getByRole("button", { name: "评价并办结" }).click();
  await expect(said(phone, "谢谢您的评价")).toBeVisible();

  await phone.goto(link);
  await expect(phone.getByText("这次答复已经评价过了")).toBeVisible();
  await expect(phone.getByRole("button", { name: "评价并办结" })).toHaveCount(0);
  await phone.goto("/rate/AAAAAAAAAAAAAAAA");
  await expect(phone.getByText("这个链接打不开")).toBeVisible();

  const reader = await visitor();
  await openUntil(reader, `/letters/${number}`, reader.getByText("来信人认定"));
  const verdict = (whose: string) => reader.getByRole("heading", { name: whose }).locator("..");
  await expect(verdict("单位认定")).toContainText("已解决");
  await expect(verdict("来信人认定")).toContainText("部分解决");
});

test("who answered is refused the link, a supervisor is told of it, and the writer may still send the letter back", async ({
  as,
  citizen,
  visitor,
}) => {
  const { number, link, handler } = await answered(as, await citizen());
  await handler.goto(link);
  await tap(handler, { 解决了没有: "已解决", 态度: "非常满意", 速度: "非常满意" });
  await handler.getByRole("button", { name: "评价并办结" }).click();
  await expect(refusal(handler, "不能评价本单位的办理")).toBeVisible();

  const supervisor = await as("supervisor");
  await supervisor.goto("/desk/assessment");
  const signal = supervisor.getByRole("listitem").filter({ hasText: number });
  await expect(signal).toContainText("承办单位的人评价");

  const phone = await visitor(onThePhone);
  await phone.goto(link);
  await tap(phone, { 解决了没有: "未解决", 态度: "不满意", 速度: "基本满意" });
  await phone.getByLabel("想说的话").fill("灯箱还是不亮。");
  await phone.getByRole("button", { name: "没解决，退回重办" }).click();
  await expect(said(phone, "已退回重办")).toBeVisible();
  await phone.goto(link);
  await expect(phone.getByText("这封信已经退回重办")).toBeVisible();
});

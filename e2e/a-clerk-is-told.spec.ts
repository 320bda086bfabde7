import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accept, assign, openOnDesk } from "./handle-a-letter.ts";
import { said } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

const transport = "河源市交通运输局";

const bell = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^通知/ }).locator("[data-unread]");
const numberOn = async (page: Page) => Number(await bell(page).textContent());

test("a clerk hears of a letter without reloading, finds its news in one line, and may hear less of it", async ({
  as,
  citizen,
}) => {
  const [writer, operator, handler] = [await citizen(), await as("operator"), await as("handler")];
  const title = unique("站台的顶棚漏水");
  const { number } = await writeLetter(writer, { kind: "投诉", title, body: "下雨时没有地方站。", to: transport });
  await accept(operator, number);
  await handler.goto("/desk/letters");
  const before = await numberOn(handler);
  await assign(operator, number, transport);
  await expect.poll(() => numberOn(handler)).toBeGreaterThan(before);

  await writer.goto(`/letters/${number}/act`);
  await writer.getByRole("button", { name: "催办", exact: true }).click();
  await expect(said(writer, "已催办")).toBeVisible();
  const line = handler.getByRole("listitem").filter({ hasText: title });
  await expect(async () => {
    await handler.goto("/me/notices?kind=desk");
    await expect(line).toContainText(`信件 №${number} 的来信人催办`, { timeout: 500 });
  }).toPass();
  await expect(line).toHaveCount(1);
  await expect(line).toContainText("2 条新进展，这是最新的一条");
  await line.getByText("详情").click();
  await expect(line).toContainText("转办");

  await line.getByLabel("这封信的通知").selectOption({ label: "不用告诉我" });
  await line.getByRole("button", { name: "保存" }).click();
  await line.getByRole("button", { name: "标为已读" }).click();
  await expect(line.getByRole("button", { name: "标为未读" })).toBeVisible();
  await line.getByRole("button", { name: "标为未读" }).click();
  await expect(line.getByRole("button", { name: "标为已读" })).toBeVisible();
  await openOnDesk(handler, number);
  await handler.goto("/me/notices?kind=desk");
  await expect(line.getByRole("button", { name: "标为未读" })).toBeVisible();
  await line.getByText("详情").click();
  await expect(line.getByLabel("这封信的通知")).toHaveValue("nothing");
});

import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "./fixtures.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";

const centre = "河源市网络信访处理中心";
const receipt = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#fbf9f4" } })
  .png()
  .toBuffer();

async function raise(author: Page, words: string): Promise<string> {
  await author.goto("/appeals/new");
  await author.getByLabel("需要什么帮助").fill(`孩子姓名：张小明。${words}`);
  await author.getByLabel("为谁求助").fill("一位独居老人");
  await author.getByLabel("在哪里").selectOption({ label: "河源市" });
  await author.getByLabel("目标金额").fill("500");
  await author.getByRole("button", { name: "发出求助" }).click();
  await expect(refusal(author, "人的姓名")).toBeVisible();
  await expect(author.getByLabel("为谁求助")).toHaveValue("一位独居老人");
  await author.getByLabel("需要什么帮助").fill(words);
  await author.getByRole("button", { name: "发出求助" }).click();
  await expect(said(author, "求助已经发出")).toBeVisible();
  const address = await author.getByRole("link", { name: "看这件求助" }).getAttribute("href");
  return address!;
}

const sum = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });

test("a citizen appeals, an office confirms it, people pledge, it is handed over with a receipt, and it ends", async ({
  as,
  citizen,
  visitor,
}) => {
  test.slow();
  const [author, office, giver, reader] = await Promise.all([citizen(), as("triage"), as("citizen"), visitor()]);
  const words = unique("大风掀了半边屋顶，修屋顶还差五百元。");
  const address = await raise(author, words);

  // Talked about at once, promised for only when an office has looked.
  await reader.goto(address);
  await expect(reader.getByText(`等${centre}核实`)).toBeVisible();
  await expect(reader.getByRole("button", { name: "认捐" })).toHaveCount(0);
  await office.goto("/desk/appeals");
  await office
    .getByRole("link", { name: new RegExp(words.slice(0, 8)) })
    .last()
    .click();
  await office.getByLabel("核实到的需要").fill("屋顶损坏属实。");
  await office.getByLabel("公共救助已经给了什么").fill("已发棉被一床。");
  await office.getByRole("button", { name: "核实属实，开放认捐" }).click();
  await expect(said(office, "认捐开放了")).toBeVisible();
  await expect(reader.getByRole("button", { name: "认捐" })).toBeVisible();
  await expect(reader.getByText("已发棉被一床。")).toBeVisible();

  // What is no whole number of yuan comes back as it was typed; the sum grows under the reader's eyes.
  await giver.goto(address);
  await giver.getByLabel("金额（整数元）", { exact: true }).fill("1.5");
  await giver.getByRole("button", { name: "认捐" }).click();
  await expect(refusal(giver, "整数元")).toBeVisible();
  await expect(giver.getByLabel("金额（整数元）", { exact: true })).toHaveValue("1.5");
  await giver.getByLabel("金额（整数元）", { exact: true }).fill("600");
  await giver.getByRole("button", { name: "认捐" }).click();
  await expect(sum(giver, "认捐")).toContainText("600 元");
  await expect(sum(reader, "认捐")).toContainText("120%");

  // The receipt is public at once: nobody's name is on it, says who puts it there.
  await author.goto(`${address.replace("posts", "appeals")}/act`);
  await author.getByLabel("交付经过").fill("当面交给修屋顶的师傅。");
  await author.getByLabel("没有准确数时怎么说").fill("近600元");
  await author.getByLabel("在场人数").fill("3");
  await author.locator("#photos input[type=file]").setInputFiles({
    name: "receipt.png",
    mimeType: "image/png",
    buffer: receipt,
  });
  await expect(author.getByRole("img", { name: "图片 1" })).toBeVisible();
  await author.getByRole("button", { name: "公开这次交付" }).click();
  await expect(refusal(author, "遮住姓名和账号")).toBeVisible();
  await author.getByLabel(/^已遮住姓名和账号/).check();
  await author.getByRole("button", { name: "公开这次交付" }).click();
  await expect(said(author, "成为一条进展")).toBeVisible();
  await expect(sum(reader, "交付")).toContainText("近600元");
  await reader.getByRole("link", { name: /进展和收据/ }).click();
  await expect(reader.getByText("当面交给修屋顶的师傅。")).toBeVisible();

  // Over: whoever had the form open still is told so in words.
  await giver.goto(address);
  await author.getByLabel("结束说明").fill("认捐 600 元，交付近 600 元，屋顶修好了。");
  await author.getByRole("button", { name: "结束求助" }).click();
  await expect(said(author, "求助已结束")).toBeVisible();
  const late = await giver.request.post("/api/pledges", {
    form: { postId: address.replace(/\D/g, ""), amount: "100" },
    headers: { accept: "application/json", origin: new URL(giver.url()).origin },
  });
  expect(late.status()).toBe(422);
  expect((await late.json()).words).toContain("已经结束");
  await expect(giver.getByRole("button", { name: "认捐" })).toHaveCount(0);
  await expect(giver.getByText("屋顶修好了")).toBeVisible();
});

test("misuse is reported, pledges stop with a public reason, and what was typed before signing in is still there", async ({
  as,
  visitor,
}) => {
  test.slow();
  const [moderator, reader] = [await as("moderator"), await visitor({ javaScriptEnabled: false })];
  await reader.goto("/appeals");
  await reader
    .getByRole("listitem")
    .filter({ hasText: "独居老人的半边屋顶" })
    .getByRole("link", { name: /^评论/ })
    .click();
  const address = new URL(reader.url()).pathname;
  await reader.getByLabel("金额（整数元）", { exact: true }).fill("88");
  await reader.getByRole("button", { name: "认捐" }).click();
  await reader.getByRole("button", { name: /^网友/ }).click();
  await expect(reader.getByLabel("金额（整数元）", { exact: true })).toHaveValue("88");
  await reader.locator("#report-words").fill("群里有人另发收款码。");
  await reader.getByRole("button", { name: "举报" }).click();
  await expect(said(reader, "举报收到了")).toBeVisible();

  await moderator.goto("/desk/appeals");
  await moderator.getByRole("link", { name: /屋顶/ }).first().click();
  const report = moderator.getByRole("heading", { name: "不属实" }).locator("..");
  await expect(report.getByText("群里有人另发收款码。")).toBeVisible();
  await report.getByLabel("暂停认捐").check();
  await report.getByLabel("理由").fill("正在核实收款码是谁发的。");
  await report.getByRole("button", { name: "作出处理" }).click();
  await expect(said(moderator, "认捐已暂停")).toBeVisible();
  await openUntil(reader, address, reader.getByText("正在核实收款码是谁发的。"));
  await expect(reader.getByRole("button", { name: "认捐" })).toHaveCount(0);
  await moderator.locator("#resume-words").fill("收款码与发起人无关，恢复认捐。");
  await moderator.getByRole("button", { name: "恢复认捐" }).click();
  await expect(said(moderator, "认捐已恢复")).toBeVisible();
});

import { expect, test } from "./fixtures.ts";
import { accept, assign, openOnDesk, openStep } from "./handle-a-letter.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

test("a suggestion is studied, adopted by a document that anybody can look up, and credited to who made it", async ({
  as,
  citizen,
  visitor,
}) => {
  const [writer, triage, handler, reader] = [await citizen(), await as("triage"), await as("handler"), await visitor()];
  const title = unique("建议公交站牌写明末班车时间");
  const { number } = await writeLetter(writer, {
    kind: "建议",
    title,
    body: "站牌上只有首班车，没有末班车，晚上等到十点才知道没有车了，建议都写上。",
    visible: "公开，署网名",
  });
  await accept(triage, number);
  await assign(triage, number, "河源市交通运输局");
  // Whoever settles who handles it does not decide on it.
  await openOnDesk(triage, number);
  await expect(triage.getByRole("link", { name: "采纳与否" })).toHaveCount(0);

  await openOnDesk(handler, number);
  await openStep(handler, "列入研究");
  await handler.getByLabel("怎样研究").fill("请公交公司两周内核对全部站牌，再定写法。");
  await handler.getByRole("button", { name: "列入研究" }).click();
  await expect(said(handler, "已列入研究")).toBeVisible();
  const row = reader.getByRole("article").filter({ hasText: title });
  await openUntil(reader, "/suggestions", row.getByText("研究中", { exact: true }));

  await openStep(handler, "采纳与否");
  await handler.getByRole("radio", { name: /^已采纳/ }).check();
  await handler.getByRole("textbox", { name: "说明" }).fill("全市站牌分两批补写末班车时间。");
  await handler.getByRole("button", { name: "公布决定" }).click();
  await expect(refusal(handler, "请写文件或会议的名称")).toBeVisible();
  await expect(handler.getByRole("textbox", { name: "说明" })).toHaveValue("全市站牌分两批补写末班车时间。");
  await handler.getByLabel("文件或会议名称").fill("《河源市公交站牌设置规范》");
  await handler.getByLabel(/^文号或届次/).fill("河交〔2026〕9号");
  await handler.getByLabel("日期", { exact: true }).fill("2026-01-15");
  await handler.getByRole("button", { name: "公布决定" }).click();
  await expect(said(handler, "决定已经公布")).toBeVisible();

  await openUntil(reader, "/suggestions?outcome=adopted", row.getByText("《河源市公交站牌设置规范》").first());
  await expect(row.getByText("建议人：网友", { exact: true })).toHaveCount(0);
  await row.getByRole("link", { name: title }).click();
  const became = reader.getByRole("region", { name: "建议的结果" });
  await expect(became.getByText("已采纳", { exact: true })).toBeVisible();
  await expect(became.getByText("河交〔2026〕9号")).toBeVisible();
  await expect(reader.getByText(/^建议已采纳/)).toBeVisible();
});

test("everybody reads what became of the suggestions of 2010 and 2011, and each leader's share with its numbers", async ({
  visitor,
}) => {
  const reader = await visitor();
  await reader.goto("/suggestions?outcome=adopted&leader=shuji");
  const lanterns = reader.getByRole("article").filter({ hasText: "建议禁止燃放孔明灯" });
  await expect(lanterns.getByText("已采纳", { exact: true })).toBeVisible();
  await expect(lanterns.getByText("2010年3月15日").first()).toBeVisible();
  await expect(reader.getByRole("row").filter({ hasText: "市委书记" })).toContainText("2");
  await reader.goto("/suggestions?outcome=declined&leader=shuji");
  await expect(reader.getByText("没有符合条件的建议")).toBeVisible();
});

import { expect, test } from "./fixtures.ts";
import { accept, assign, openStep } from "./handle-a-letter.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

const complaint = (title: string) => ({
  kind: "投诉" as const,
  title,
  body: "文昌路 12 号门口的井盖松了半个月，请更换。",
});

test("a supervisor asks by telephone, the office answers, everybody reads both, and the order is lifted", async ({
  as,
  citizen,
  visitor,
}) => {
  const title = unique("井盖松动没人换");
  const { number } = await writeLetter(await citizen(), complaint(title));
  const triage = await as("triage");
  await accept(triage, number);
  await assign(triage, number, "河源市交通运输局");

  const supervisor = await as("supervisor");
  await supervisor.goto(`/desk/letters/${number}`);
  await openStep(supervisor, "督办");
  await supervisor.getByRole("radio", { name: "督办单" }).check();
  await supervisor.getByRole("radio", { name: "电话" }).check();
  await supervisor.getByRole("button", { name: "发出督办" }).click();
  await expect(refusal(supervisor, "还有几处要补")).toBeVisible();
  const question = "半个月没有更换，是谁在办，哪一天换好？";
  await supervisor.getByLabel("问什么").fill(question);
  await supervisor.getByRole("button", { name: "发出督办" }).click();
  await expect(said(supervisor, "督办已经发出")).toBeVisible();
  await supervisor.goto("/desk/orders?show=awaiting");
  const issued = supervisor.getByRole("row", { name: new RegExp(title) });
  await expect(issued).toContainText("还剩 5 个工作日");
  await expect(issued).toContainText("待回复");

  const handler = await as("handler");
  await handler.goto("/desk/orders");
  await handler.getByRole("link", { name: title }).click();
  await openStep(handler, "回复督办");
  const answer = "养护队在办，备件明天到，后天换好。";
  await handler.getByRole("textbox", { name: /^回复/ }).fill(answer);
  await handler.getByRole("button", { name: "回复督办" }).click();
  await expect(said(handler, "督办已经回复")).toBeVisible();

  const reader = await visitor();
  const orders = reader.locator("#orders");
  await openUntil(reader, `/letters/${number}`, orders.getByText(answer));
  await expect(orders).toContainText("河源市信访局督办河源市交通运输局");
  await expect(orders).toContainText(question);
  await expect(orders).toContainText("按期");

  await supervisor.goto(`/desk/letters/${number}?do=lift`);
  await supervisor.getByRole("button", { name: "解除督办" }).click();
  await expect(said(supervisor, "督办已经解除")).toBeVisible();
  await supervisor.goto("/desk/orders?show=ended");
  await expect(supervisor.getByRole("row", { name: new RegExp(title) })).toContainText("已解除");
});

test("an order to one's own office is refused in a sentence, and what was typed stays", async ({ as, citizen }) => {
  const { number } = await writeLetter(await citizen(), complaint(unique("来信没有回音")));
  const triage = await as("triage");
  await accept(triage, number);
  await assign(triage, number, "河源市信访局");

  const supervisor = await as("supervisor");
  await supervisor.goto(`/desk/letters/${number}?do=order`);
  await supervisor.getByLabel("问什么").fill("为什么没有回音？");
  await supervisor.getByRole("button", { name: "发出督办" }).click();
  await expect(refusal(supervisor, "督办单不能发给自己的单位")).toBeVisible();
  await expect(supervisor.getByLabel("问什么")).toHaveValue("为什么没有回音？");
});

test("the road to Huangcun shows its weekly orders, and none that nobody gave", async ({ visitor }) => {
  const reader = await visitor();
  await reader.goto("/letters?office=dongyuan-fu&state=closed");
  await reader.getByRole("link", { name: "通往东源县黄村镇的道路坑洼难行" }).first().click();
  const orders = reader.locator("#orders");
  await expect(orders).toContainText("共督办 11 次，2011年3月9日（周三）至2011年5月18日（周三）。");
  await expect(orders).toContainText("按时保质保量完成该路段改造。");
  await orders.getByText("更早的 8 次").click();
  await expect(orders.getByText(/一周一督查，第 \d+ 次/)).toHaveCount(11);
  await expect(orders).not.toContainText("到点自动");
});

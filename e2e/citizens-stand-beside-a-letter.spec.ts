import { expect, test } from "./fixtures.ts";
import { accept } from "./handle-a-letter.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";
import { sayWhat, sayWhere, sayWho, writeLetter } from "./write-a-letter.ts";

const transport = "河源市交通运输局";

test("citizens stand beside a letter, by name or not, once each, and may step back while it is open", async ({
  as,
  citizen,
  visitor,
}) => {
  test.slow();
  const [writer, operator, reader] = await Promise.all([citizen(), as("operator"), visitor()]);
  const { number } = await writeLetter(writer, {
    kind: "投诉",
    title: unique("渡口候船亭漏雨"),
    body: "渡口的候船亭顶棚漏雨，老人孩子没有地方躲雨。",
    to: transport,
  });
  await accept(operator, number);
  await openUntil(reader, `/letters/${number}`, reader.getByText("还没有人附议"));

  // Signed in on the way, what was ticked is still ticked; and the number rises under the reader's eyes.
  const signer = await visitor({ javaScriptEnabled: false });
  await signer.goto(`/letters/${number}`);
  await signer.getByLabel("不显示我的网名，只计数").check();
  await signer.getByRole("button", { name: "附议" }).click();
  await signer.getByRole("button", { name: /^网友/ }).click();
  await expect(signer.getByLabel("不显示我的网名，只计数")).toBeChecked();
  await signer.getByRole("button", { name: "附议" }).click();
  await expect(said(signer, "附议成功")).toBeVisible();
  await expect(signer.getByText("不显示网名")).toBeVisible();
  await expect(reader.getByText("1 人附议")).toBeVisible();

  await signer.goto(`/letters/${number}`);
  await signer.getByRole("button", { name: "附议" }).click();
  await expect(said(signer, "您已经附议过这封信")).toBeVisible();
  const scripted = await as("citizen");
  await openUntil(scripted, `/letters/${number}`, scripted.getByText("您已附议。"));
  await expect(scripted.getByRole("button", { name: "附议" })).toBeHidden();

  await writer.goto(`/letters/${number}/cosign`);
  await writer.getByRole("button", { name: "附议" }).click();
  await expect(refusal(writer, "这是您自己写的信")).toBeVisible();
  await operator.goto(`/letters/${number}/cosign`);
  await operator.getByRole("button", { name: "附议" }).click();
  await expect(refusal(operator, "工作账号不能附议")).toBeVisible();

  await signer.getByRole("button", { name: "撤回附议" }).click();
  await expect(said(signer, "已撤回附议")).toBeVisible();
  await openUntil(reader, `/letters/${number}`, reader.getByText("还没有人附议"));
});

test("before sending, a writer is shown letters like theirs and may stand beside one instead", async ({
  as,
  citizen,
}) => {
  const [first, operator] = await Promise.all([citizen(), as("operator")]);
  const name = unique("凤凰桥");
  const title = `${name}引桥裂缝越来越宽`;
  const body = `${name}引桥的裂缝越来越宽，摩托车轮子会卡进去，请检查引桥。`;
  const { number } = await writeLetter(first, { kind: "投诉", title, body, to: transport, visible: "公开，署网名" });
  await accept(operator, number);

  const second = await as("citizen");
  const same = { kind: "投诉" as const, title: `${name}引桥裂缝`, body, to: transport };
  await second.goto("/write");
  await sayWhat(second, same);
  await sayWhere(second, same);
  await sayWho(second, same);
  await expect(second.getByRole("heading", { name: "先看看：有人反映过类似的事" })).toBeVisible();
  const similar = second.getByRole("listitem").filter({ hasText: number });
  await expect(similar.getByText("和您写的几乎一样")).toBeVisible();
  await similar.getByRole("button", { name: "附议这一封" }).click();
  await expect(said(second, "附议成功")).toBeVisible();
  await expect(second.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("the village's signers on paper are seen on its letter's page", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/letters?state=closed&region=yuannan");
  await page.getByRole("link", { name: "公园停车场施工损坏和平村村道" }).click();
  await expect(page.getByText(/来信附有\s*20\s*人的签名/)).toBeVisible();
  await expect(page.getByRole("button", { name: "附议" })).toHaveCount(0);
});

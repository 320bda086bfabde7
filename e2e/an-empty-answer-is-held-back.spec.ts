import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accept, assign, fourParts, openOnDesk } from "./handle-a-letter.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

const transport = "河源市交通运输局";

const formulas = {
  查明的事实: "您反映的情况属实，我局高度重视。",
  法律政策依据: "按有关规定办理。",
  办了什么: "已进一步加强管理，责成相关部门认真落实。",
  下一步和电话: "如有疑问，请拨打办公电话。",
};

const inDays = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

for (const scripts of [true, false]) {
  test(`an answer about nothing is held back, and a day that is not named becomes a promise, ${scripts ? "with" : "without"} scripts`, async ({
    as,
    citizen,
    visitor,
  }) => {
    const [writer, operator, reader] = [await citizen(), await as("operator"), await visitor()];
    const handler = await as("handler", { javaScriptEnabled: scripts });
    const { number } = await writeLetter(writer, {
      kind: "投诉",
      title: unique("天桥栏杆松动"),
      body: "长堤路天桥的栏杆松了两段，小孩一推就晃，请加固。",
      to: transport,
    });
    await accept(operator, number);
    await assign(operator, number, transport);

    await openOnDesk(handler, number);
    await fill(handler, formulas);
    await send(handler);
    await expect(refusal(handler, "答复里没有一处说到来信反映的事")).toBeVisible();
    await expect(handler.getByLabel(/查明的事实/)).toHaveValue(formulas.查明的事实);

    const next = "栏杆的油漆近期补刷，电话 0762-000-8800。";
    await fill(handler, { ...fourParts("天桥栏杆底座锈蚀，两段松动。"), 下一步和电话: next });
    const flag = handler.getByText("“近期”没有说哪一天。").first();
    if (scripts) await expect(flag).toBeVisible();
    await send(handler);
    await expect(refusal(handler, "“近期”没有说哪一天")).toBeVisible();
    await expect(flag).toBeVisible();
    await expect(handler.getByLabel(/^照这样发出/)).toBeVisible();

    const promise = unique("天桥栏杆补刷油漆");
    await handler.getByLabel("承诺做什么").fill(promise);
    await handler.getByLabel("到哪一天").fill(inDays(10));
    await send(handler);
    await expect(said(handler, "答复已经发出")).toBeVisible();

    await openUntil(reader, `/letters/${number}`, reader.locator("#promises").getByText(promise));
    await expect(reader.locator("#answer").getByText(next)).toBeVisible();
  });
}

async function fill(page: Page, parts: Record<string, string>): Promise<void> {
  for (const [name, words] of Object.entries(parts)) await page.getByLabel(new RegExp(name)).fill(words);
  await page
    .getByRole("group", { name: /^单位认定/ })
    .getByRole("radio", { name: "部分解决" })
    .check();
}

const send = (page: Page) => page.getByRole("button", { name: "检查并答复" }).click();

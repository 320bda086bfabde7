import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accept, answer, assign, fourParts, openOnDesk, openStep } from "./handle-a-letter.ts";
import { openUntil, said } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

const transport = "河源市交通运输局";

/** So many days from today, as a date field takes it. */
const inDays = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

test("a promise burns on when the letter is closed, is kept in words, and a bad rating gets its answer", async ({
  as,
  citizen,
  visitor,
}) => {
  const [writer, operator, handler, reader] = [
    await citizen(),
    await as("operator"),
    await as("handler"),
    await visitor(),
  ];
  const { number } = await writeLetter(writer, {
    kind: "投诉",
    title: unique("桥头井盖响"),
    body: "桥头的井盖一过车就响，整夜睡不着，请换掉。",
    to: transport,
  });
  await accept(operator, number);
  await assign(operator, number, transport);
  const promise = unique("桥头到路口的井盖全部换成防响井盖");
  await openOnDesk(handler, number);
  await openStep(handler, "作出承诺");
  await handler.locator("#do").getByLabel("承诺做什么").fill(promise);
  await handler.locator("#do").getByLabel("到哪一天").fill(inDays(20));
  await handler.getByRole("button", { name: "作出承诺" }).click();
  await expect(said(handler, "承诺已经公开")).toBeVisible();
  await answer(handler, number, fourParts("现场核实，桥头井盖垫圈老化，过车时有响声。"));

  await writer.goto(`/letters/${number}/act`);
  await writer.getByRole("radio", { name: "部分解决", exact: true }).check();
  for (const [group, grade] of [
    ["态度", "满意"],
    ["速度", "非常不满意"],
  ] as const) {
    await writer.getByRole("group", { name: group }).getByRole("radio", { name: grade, exact: true }).check();
  }
  await writer.getByRole("button", { name: "评价并办结" }).click();

  const promises = reader.locator("#promises");
  await openUntil(reader, `/letters/${number}`, reader.getByText(/单位要在.*前回应/));
  await expect(promises.getByText(promise)).toBeVisible();
  await expect(promises.getByText(/正常/)).toBeVisible();

  await openOnDesk(handler, number);
  await openStep(handler, "回应评价");
  const response = unique("排班没有安排好，让您等久了，对不起。");
  await handler.getByLabel("对评价的回应").fill(response);
  await handler.getByRole("button", { name: "回应评价" }).click();
  await expect(said(handler, "回应已经写在评价旁边")).toBeVisible();
  await openStep(handler, "兑现承诺");
  await handler.getByLabel("做了什么").fill("十二个井盖全部换完。");
  await handler.getByRole("button", { name: "报告已兑现" }).click();
  await expect(said(handler, "承诺已兑现")).toBeVisible();

  await openUntil(reader, `/letters/${number}`, promises.getByText("十二个井盖全部换完。"));
  await expect(promises.getByText("按期兑现")).toBeVisible();
  await expect(reader.locator("#rating").getByText(response)).toBeVisible();
  await expect(reader.getByText("已办结").first()).toBeVisible();
});

test("a promise that was not kept stays on the letter, for everybody to see", async ({ visitor }) => {
  const reader = await visitor();
  const number = await numberOf(reader.request, "兴源路站牌上的时刻表两年没有换");
  await reader.goto(`/letters/${number}`);
  const promises = reader.locator("#promises");
  await expect(promises.getByText("全线其余六个站牌的时刻表全部换新。")).toBeVisible();
  await expect(promises.getByText("到期未兑现")).toBeVisible();
  await expect(reader.getByRole("heading", { name: /承诺到期未兑现/ })).toBeVisible();
});

/** A letter of the demonstration, by its title. */
async function numberOf(request: APIRequestContext, title: string): Promise<string> {
  let path: string | null = "/letters.json?state=closed";
  while (path) {
    const page: { letters: { number: string; open: { title: string } | null }[]; next: number | null } = await (
      await request.get(path)
    ).json();
    const found = page.letters.find(({ open }) => open?.title === title);
    if (found) return found.number;
    path = page.next === null ? null : `/letters.json?state=closed&after=${page.next}`;
  }
  throw new Error(`No letter is called ${title}`);
}

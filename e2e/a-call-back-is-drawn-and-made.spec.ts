import { createHash } from "node:crypto";
import { expect, test } from "./fixtures.ts";
import { openUntil, refusal, said } from "./hear.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

test("a reader draws the same letters again, and a supervisor writes down what one writer said", async ({
  as,
  visitor,
}) => {
  const [supervisor, reader] = [await as("supervisor"), await visitor()];
  // The timetable draws once the month's record is sealed.
  await openUntil(supervisor, "/desk/call-backs", supervisor.getByRole("cell", { name: "待回访" }).first());

  const { draws } = await (await reader.request.get("/assessment/call-backs.json")).json();
  const address = `/assessment/call-backs/${draws[0].month}`;
  const draw = await (await reader.request.get(`${address}.json`)).json();
  const seed = sha256(draw.source);
  expect(seed).toBe(draw.seed);
  const ranked = (draw.numbers as string[])
    .map((number) => ({ number, rank: sha256(`${seed}\n${number}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  expect(ranked.slice(0, draw.drawn).map(({ number }) => number)).toEqual(draw.chosen);

  const first = supervisor.getByRole("row").filter({ hasText: "待回访" }).first();
  const number = /HY-\d{4}-\d{5}/.exec((await first.textContent()) ?? "")?.[0] ?? "";
  await first.getByRole("link").click();
  await expect(supervisor.getByRole("heading", { level: 1, name: `回访 №${number}` })).toBeVisible();
  await supervisor.getByRole("button", { name: "查看姓名和电话" }).click();
  await expect(supervisor.getByText("姓名", { exact: true })).toBeVisible();
  await supervisor.getByRole("radio", { name: "接通，愿意回答" }).check();
  await supervisor.getByRole("button", { name: "记下" }).click();
  await expect(refusal(supervisor, "请选解决了没有")).toBeVisible();
  const say = (asked: string, words: string) =>
    supervisor.getByRole("group", { name: asked }).getByRole("radio", { name: words, exact: true }).check();
  await say("解决了没有", "已解决");
  await say("态度", "满意");
  await say("速度", "基本满意");
  await supervisor.getByRole("button", { name: "记下" }).click();
  await expect(said(supervisor, "已记下")).toBeVisible();
  await expect(supervisor.getByRole("row").filter({ hasText: number })).toContainText("已接通");

  await openUntil(reader, address, reader.getByText(/接通 1，/));
  await openUntil(reader, `/letters/${number}`, reader.getByText("回访认定"));
});

import { globSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { openOnDesk } from "./handle-a-letter.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

/** Every page of the workplace that needs no more than its address. */
const deskPages = globSync("app/(desk)/{desk,me}/**/page.tsx")
  .filter((file) => !file.includes("["))
  .map((file) => file.replace("app/(desk)", "").replace("/page.tsx", ""));

test("an accusation is there for its writer and its handlers, and for nobody else in any way", async ({
  as,
  citizen,
  visitor,
}) => {
  const writer = await citizen();
  const title = unique("执法人员收钱不开票");
  const { number, code } = await writeLetter(writer, {
    kind: "检举控告",
    title,
    body: "上周三在客运站检查时收了钱，没有给票据。",
    place: "客运站",
    to: "河源市纪委办公室",
    accused: "河源市交通运输局",
  });
  await writer.goto(`/letters/${number}/act`);
  await expect(writer.getByRole("heading", { level: 1, name: title })).toBeVisible();

  const triage = await as("triage");
  await openOnDesk(triage, number);
  await expect(triage.getByRole("heading", { name: title })).toBeVisible();

  const reader = await visitor();
  const missing = [`/letters/${number}`, `/letters/${number}.json`, `/en/letters/${number}`, `/letters/HY-1999-00001`];
  const answers = await Promise.all(missing.map((path) => reader.request.get(path)));
  for (const answer of answers) expect(answer.status(), answer.url()).toBe(404);
  for (const path of [
    "/",
    "/index.json",
    "/letters",
    "/letters.json",
    "/letters?kind=accusation",
    "/offices/jiaotong",
    "/log",
  ]) {
    const words = await (await reader.request.get(path)).text();
    expect(words, path).not.toContain(number);
    expect(words, path).not.toContain(title);
  }

  for (const role of ["handler", "operator", "citizen", "moderator"] as const) {
    const page = await as(role);
    for (const path of [`/desk/letters/${number}`, `/letters/${number}/act`]) {
      expect((await page.goto(path))?.status(), `${role} ${path}`).toBe(404);
      await expect(page.getByText(title)).toHaveCount(0);
    }
    for (const path of deskPages) {
      const words = await (await page.request.get(path)).text();
      expect(words, `${role} ${path}`).not.toContain(number);
      expect(words, `${role} ${path}`).not.toContain(title);
    }
  }
  // That the accused office reached for it stands on record for those who handle it.
  await triage.reload();
  await expect(triage.getByText("被拒绝的操作").first()).toBeVisible();
  const board = await (await as("supervisor")).request.get("/desk/lights");
  expect(await board.text()).not.toContain(number);

  await reader.goto("/look-up");
  await reader.getByLabel("信件编号").fill(number);
  await reader.getByLabel("查询码").fill(code);
  await reader.getByRole("button", { name: "查看" }).click();
  await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

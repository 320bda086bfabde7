import type { Locator, Page } from "@playwright/test";
import { chooseStream } from "./choose-stream.ts";
import { expect, test } from "./fixtures.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";

/** The line at the head of a page that tells of this incident. */
const band = (page: Page, words: string): Locator =>
  page.getByRole("region", { name: "突发情况" }).getByRole("link", { name: words });

test("an incident is told first: on every page, in numbered updates, until it is withdrawn", async ({
  as,
  visitor,
}) => {
  const [editor, reader] = [await as("editor"), await visitor()];
  await reader.goto("/leaders/shuji");
  const words = unique("万绿大道供水主管破裂");
  await chooseStream(editor, "河源市网络信访处理中心");
  await editor.getByRole("radio", { name: "突发情况" }).check();
  await editor.getByLabel("写微博").fill(`${words}。路面积水，请绕行。`);
  await editor.getByRole("button", { name: "现在发布", exact: true }).click();
  await expect(said(editor, "已经发布")).toBeVisible();
  await expect(band(editor, words)).toBeVisible();

  await test.step("whoever reads something else sees it come, and its first update", async () => {
    await expect(band(reader, words)).toBeVisible();
    await editor
      .getByRole("listitem")
      .filter({ hasText: words })
      .getByRole("link", { name: /^补充进展/ })
      .click();
    await editor.getByLabel("进展 1 的内容").fill("阀门已经关上，抢修队在现场。");
    await editor.getByRole("button", { name: "发出进展 1" }).click();
    await expect(said(editor, "进展 1 已发出")).toBeVisible();
    await expect(band(reader, words)).toContainText("进展 1");
    await openUntil(reader, "/directory", band(reader, words));
  });

  await test.step("the update has an address of its own, for people and for programs", async () => {
    await band(reader, words).click();
    const thread = reader.getByRole("region", { name: "进展" });
    await expect(reader.getByRole("heading", { name: "进展", exact: true })).toBeVisible();
    await reader
      .locator("#update-1")
      .getByRole("link")
      .filter({ has: reader.locator("time") })
      .click();
    await expect(reader).toHaveURL(/\/posts\/\d+\/updates\/1$/);
    await expect(reader.getByText("阀门已经关上，抢修队在现场。")).toBeVisible();
    await expect(thread).toHaveCount(0);
    const twin = await reader.request.get(`${new URL(reader.url()).pathname}.json`);
    expect(await twin.json()).toMatchObject({ update: { number: 1 }, previous: null });
  });

  await test.step("it is over when somebody says how it ended", async () => {
    await editor.getByRole("button", { name: "解除", exact: true }).click();
    await expect(refusal(editor, "进展还没有内容")).toBeVisible();
    await editor.getByLabel("解除的说明").fill("主管已经换好，全线恢复供水。");
    await editor.getByRole("button", { name: "解除", exact: true }).click();
    await expect(said(editor, "已经解除")).toBeVisible();
    await expect(band(editor, words)).toHaveCount(0);
    await expect(band(reader, words)).toHaveCount(0);
    await reader.getByRole("link", { name: "回到微博和全部进展" }).click();
    await expect(reader.getByText("全线恢复供水。")).toBeVisible();
    await expect(reader.getByText("已经解除")).toBeVisible();
  });
});

test("an office that settles nothing publishes no incident, and adds to none", async ({ as }) => {
  const operator = await as("operator");
  await operator.goto("/desk/posts");
  await expect(operator.getByRole("radio", { name: "征集（拍砖）" })).toBeVisible();
  await expect(operator.getByRole("radio", { name: "突发情况" })).toHaveCount(0);
  const { posts } = await (await operator.request.get("/offices/wangxin.json")).json();
  const told = posts.find(({ kind }: { kind: string }) => kind === "incident");
  const answer = await operator.goto(`/desk/posts/${told.id}/update`);
  expect(answer?.status()).toBe(404);
});

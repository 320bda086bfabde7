import { chooseStream } from "./choose-stream.ts";
import { expect, test } from "./fixtures.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";

test("an office answers an exposure, and its lamp goes out for everybody", async ({ as, visitor }) => {
  const [editor, operator, reader] = [await as("editor"), await as("operator"), await visitor()];
  const { letters } = await (await editor.request.get("/letters.json?office=jiaotong")).json();
  const { number } = letters.find(({ open }: { open: object | null }) => open !== null);
  const words = unique("同一段路，来了三封信");
  await chooseStream(editor, "河源市网络信访处理中心");
  await editor.getByRole("radio", { name: "曝光" }).check();
  await editor.getByLabel("写微博").fill(words);

  await test.step("a letter that nobody may read cannot be told of", async () => {
    await editor.getByLabel("说的是哪些信件").fill("HY-2026-99999");
    await editor.getByRole("button", { name: "现在发布", exact: true }).click();
    await expect(refusal(editor, "没有找到可以公开的信件 HY-2026-99999")).toBeVisible();
    await expect(editor.getByLabel("写微博")).toHaveValue(words);
  });

  await editor.getByLabel("说的是哪些信件").fill(number);
  await editor.getByRole("button", { name: "现在发布", exact: true }).click();
  await expect(said(editor, "已经发布")).toBeVisible();

  const story = reader.getByRole("article").filter({ hasText: words });
  await openUntil(reader, "/stories?kind=exposure", story);
  await expect(story).toContainText("市交通运输局");
  await expect(story).toContainText("正常");
  await openUntil(reader, `/letters/${number}`, reader.getByRole("link", { name: words }));
  await reader.getByRole("link", { name: words }).click();
  await expect(reader.getByText("前公开回应")).toBeVisible();
  const address = new URL(reader.url()).pathname;

  await test.step("nobody else answers for it", async () => {
    await editor.goto(`/desk/stories/${address.split("/").at(-1)}`);
    await expect(editor.getByText("您的单位没有要回应的")).toBeVisible();
  });

  await operator.goto("/desk/owed");
  await operator.getByRole("listitem").filter({ hasText: words }).getByRole("link", { name: "去回应" }).click();
  await operator.getByLabel("回应的内容").fill("昨天已到现场，本周五前让出两米人行道，电话 0762-000-8800。");
  await operator.getByRole("button", { name: "公开回应" }).click();
  await expect(said(operator, "已经公开回应")).toBeVisible();

  await openUntil(reader, address, reader.getByText("本周五前让出两米人行道").first());
  await expect(reader.getByRole("article").filter({ hasText: words })).toContainText("按期");
  await expect(reader.getByText("前公开回应")).toHaveCount(0);
});

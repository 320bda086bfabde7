import { enterByCode, newPhone } from "./enter-by-code.ts";
import { expect, test } from "./fixtures.ts";
import { openUntil } from "./hear.ts";
import { comment, openDiscussion, say, unique } from "./talk.ts";

test("an office named with an @ is linked, and finds it on its desk", async ({ citizen: enter, as }) => {
  const [page, desk] = [await enter(), await as("handler")];
  await openDiscussion(page);
  const field = page.getByLabel("评论内容");
  const words = unique("站牌又歪了");
  await field.fill(`${words} `);
  await field.press("End");
  await field.pressSequentially("@jiaotong");
  const offer = page.getByRole("listbox", { name: "可以提到的单位和领导" }).getByRole("option");
  await expect(offer.filter({ hasText: "交通运输局" }).first()).toBeVisible();
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(field).toHaveValue(/@\S*交通运输局 $/);
  await page.getByRole("button", { name: "发表" }).click();
  await openUntil(
    page,
    `${new URL(page.url()).pathname}?sort=newest`,
    comment(page, words).getByRole("link", { name: /^@\S*交通运输局$/ }),
  );
  await openUntil(desk, "/desk/mentions", desk.getByText(words));
});

test("a citizen named by nickname is marked, told, and may say that nobody names them any more", async ({
  citizen: enter,
  visitor,
}) => {
  const [speaker, named] = [await enter(), await visitor()];
  await enterByCode(named, newPhone());
  const { nickname } = await (await named.request.get("/api/me")).json();
  await openDiscussion(speaker);
  const words = unique("您说得对");
  await say(speaker, `@${nickname} ${words}`);
  await openUntil(named, "/me/mentions", named.getByText(words));
  await expect(named.getByText("现在别人可以用 @ 和昵称提到您")).toBeVisible();
  await named.getByRole("button", { name: "不让别人提到我" }).click();
  await expect(named.getByText("只是普通文字")).toBeVisible();
  await expect(named.getByText(words)).toHaveCount(0);
  await named.getByRole("button", { name: "允许别人提到我" }).click();
  await expect(named.getByRole("button", { name: "不让别人提到我" })).toBeVisible();
});

test("a name that nobody has stays the words that were written", async ({ citizen: enter }) => {
  const page = await enter();
  await openDiscussion(page);
  const words = unique("@没有这个单位 请看");
  await say(page, words);
  await expect(comment(page, words).getByRole("link", { name: /没有这个单位/ })).toHaveCount(0);
});

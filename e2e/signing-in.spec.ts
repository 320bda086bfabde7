import { askForCode, enterByCode, newPhone, readCode } from "./enter-by-code.ts";
import { expect, test } from "./fixtures.ts";
import { refusal } from "./hear.ts";
import { comment, openDiscussion, say, unique, votesOn } from "./talk.ts";

test("a citizen signs in by the code on their phone, comments, votes, and changes the vote", async ({ visitor }) => {
  const page = await visitor();
  const nickname = `槎江渔火${Math.random().toString(36).slice(2, 6)}`;
  await enterByCode(page, newPhone(), nickname);
  await openDiscussion(page);
  const words = unique("公园的健身器材该上油了。");
  await say(page, words);
  const mine = comment(page, words);
  await expect(mine).toContainText(nickname);
  await votesOn(mine, "赞成").click();
  await expect(votesOn(mine, "赞成")).toHaveText("赞成 1");
  await votesOn(mine, "反对").click();
  await expect(votesOn(mine, "赞成")).toHaveText("赞成 0");
  await expect(votesOn(mine, "反对")).toHaveText("反对 1");
});

test("a wrong code, a used one and an older one are refused in a sentence, and the number stays", async ({
  visitor,
}) => {
  const page = await visitor();
  const phone = newPhone();
  await page.goto("/sign-in");
  await askForCode(page, phone);
  const code = await readCode(page, phone);
  const enter = async (what: string) => {
    await page.getByLabel("短信验证码").fill(what);
    await page.getByRole("button", { name: "登录", exact: true }).click();
  };

  await enter(code === "000000" ? "111111" : "000000");
  await expect(refusal(page, "验证码不对，还可以试 4 次")).toBeVisible();
  await expect(page.getByLabel("手机号")).toHaveValue(phone);
  await enter(code);
  await page.waitForURL((url) => url.pathname !== "/sign-in");

  const other = await visitor();
  await other.goto("/sign-in");
  await other.getByLabel("手机号").fill(phone);
  await other.getByLabel("短信验证码").fill(code);
  await other.getByRole("button", { name: "登录", exact: true }).click();
  await expect(refusal(other, "这个验证码已经用过或过期了")).toBeVisible();
  await expect(other.getByLabel("手机号")).toHaveValue(phone);

  await other.getByRole("button", { name: "发验证码" }).click();
  await expect(refusal(other, /验证码刚刚发出，请等 \d+ 秒/)).toBeVisible();
});

test("a number that is none, and nothing at all, are refused in a sentence", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto("/sign-in");
  await page.getByLabel("手机号").fill("12345");
  await page.getByRole("button", { name: "发验证码" }).click();
  await expect(refusal(page, "这不是中国内地的手机号")).toBeVisible();
  await expect(page.getByLabel("手机号")).toHaveValue("12345");

  await page.getByLabel("手机号").fill("");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(refusal(page, "手机号")).toBeVisible();
});

test("a sign-in that is ended elsewhere loses its pages, and its socket within two seconds", async ({ as }) => {
  const lost = await as("citizen", {
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  });
  const [socket] = await Promise.all([lost.waitForEvent("websocket"), lost.goto("/")]);
  await expect(lost.getByRole("link", { name: /^我的/ }).first()).toBeVisible();

  const kept = await as("citizen");
  await kept.goto("/me/sign-ins");
  const device = kept.getByRole("row").filter({ hasText: "Firefox" });
  expect(socket.isClosed()).toBe(false);
  const closed = socket.waitForEvent("close").then(() => Date.now());
  await device.getByRole("button", { name: /^退出/ }).click();
  await expect(device).toHaveCount(0);
  const ended = Date.now();
  expect((await closed) - ended).toBeLessThan(2_000);
  await expect(lost.getByRole("link", { name: "登录" }).first()).toBeVisible();

  await lost.goto("/me");
  await expect(lost).toHaveURL(/\/sign-in\?callbackUrl=/);
  await kept.goto("/me");
  await expect(kept.getByRole("heading", { name: "演示网友，您好" })).toBeVisible();
});

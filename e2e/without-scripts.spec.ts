import { enterAs, expect, test } from "./fixtures.ts";
import { refusal } from "./hear.ts";
import { unique } from "./talk.ts";
import { readReceipt, sayWhat, sayWhere, sayWho } from "./write-a-letter.ts";

test("without scripts a reader finds posts, letters and the log by their links", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto("/");
  const post = page.getByRole("article").first();
  await expect(post).toBeVisible();
  await page.getByRole("navigation", { name: "主要栏目" }).getByRole("link", { name: "信件" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "信件" })).toBeVisible();
  await page.getByLabel("办到哪一步").selectOption({ label: "已办结" });
  await page.getByRole("button", { name: "显示" }).click();
  await expect(page).toHaveURL(/state=closed/);
  await page.getByRole("main").getByRole("heading").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: /经过/ })).toBeVisible();
  await expect(page.getByText("已办结").first()).toBeVisible();
  await page.getByText("如何算出").first().click();
  await expect(page.getByText(/是这样算出来的/).first()).toBeVisible();
});

test("without scripts a letter is written in four steps, kept through signing in, and looked up", async ({
  visitor,
}) => {
  const page = await visitor({ javaScriptEnabled: false });
  const title = unique("人行道缺砖");
  const letter = { kind: "建议" as const, title, body: "文昌路北侧人行道缺了十几块砖，建议一次补齐。" };
  await page.goto("/write");
  await sayWhat(page, letter);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await enterAs(page, "citizen");
  await expect(page.getByText(title)).toBeVisible();
  await sayWhere(page, { ...letter, county: "源城区" });

  // The demonstration's citizen may have ticked it in a letter that another journey left unfinished.
  await page.getByLabel("我同意公开这封信的内容和办理经过").uncheck();
  await page.getByRole("button", { name: "下一步" }).click();
  await expect(refusal(page, "请勾选同意").first()).toBeVisible();
  await sayWho(page, letter);
  await expect(page.getByText(title)).toBeVisible();
  await expect(page.getByText("源城区")).toBeVisible();
  await page.getByRole("button", { name: "寄出" }).click();
  const { number, code } = await readReceipt(page);

  const other = await visitor({ javaScriptEnabled: false });
  await other.goto("/look-up");
  await other.getByLabel("信件编号").fill(number);
  await other.getByLabel("查询码").fill(code);
  await other.getByRole("button", { name: "查看" }).click();
  await expect(other.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

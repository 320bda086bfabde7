import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accept, openOnDesk, openStep } from "./handle-a-letter.ts";
import { refusal, said } from "./hear.ts";
import { comment, openDiscussion, unique } from "./talk.ts";
import { readReceipt, sayWhat, sayWhere, sayWho, writeLetter } from "./write-a-letter.ts";

const complaint = (title: string) => ({
  kind: "投诉" as const,
  title,
  body: "兴源路口的红绿灯坏了三天，早高峰很乱，请修好。",
});

/** One grey pixel. */
const smallPicture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);

/** Fields that a browser would not let go out as they are: what another program sends must be refused as well. */
async function letAnythingOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const field of document.querySelectorAll("[required], [maxlength]")) {
      field.removeAttribute("required");
      field.removeAttribute("maxlength");
    }
  });
}

test("an empty comment, one that is too long, and one said twice are refused in a sentence, and what was typed stays", async ({
  citizen,
}) => {
  const page = await citizen();
  await openDiscussion(page, "/leaders/dongyuan-shuji");
  const post = page.url();
  const say = async (words: string) => {
    await page.goto(post);
    await letAnythingOut(page);
    await page.getByLabel("评论内容").fill(words);
    await page.getByRole("button", { name: "发表" }).click();
  };
  await say("   ");
  await expect(refusal(page, "评论还没有内容")).toBeVisible();
  const long = `${unique("长")}${"长".repeat(2_000)}`;
  await say(long);
  await expect(refusal(page, /评论最多 2,?000 个字/)).toBeVisible();
  await expect(page.getByLabel("评论内容")).toHaveValue(long);

  const words = unique("同一句话不说两遍。");
  await say(words);
  await expect(comment(page, words)).toBeVisible();
  const there = new URL(page.url());
  await say(`${words} `);
  await expect(refusal(page, "您刚才已经发过同样的话").or(comment(page, words)).first()).toBeVisible();
  await page.goto(`${there.pathname}?sort=newest`);
  await expect(comment(page, words)).toHaveCount(1);
});

test("pressing twice writes one comment and one letter", async ({ citizen }) => {
  const page = await citizen();
  await openDiscussion(page, "/leaders/dongyuan-shuji");
  const words = unique("按了两次，只说一句。");
  await page.getByLabel("评论内容").fill(words);
  await page.getByRole("button", { name: "发表" }).dblclick();
  await expect(comment(page, words)).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}?sort=newest`);
  await expect(comment(page, words)).toHaveCount(1);

  const title = unique("按了两次，只寄一封");
  await page.goto("/write");
  await sayWhat(page, complaint(title));
  await sayWhere(page, complaint(title));
  await sayWho(page, complaint(title));
  await expect(page.getByRole("button", { name: "寄出" })).toBeVisible();
  const again = await page.context().newPage();
  await again.goto("/write/check");
  await expect(again.getByRole("button", { name: "寄出" })).toBeVisible();
  await page.getByRole("button", { name: "寄出" }).dblclick();
  const { number } = await readReceipt(page);
  await again.getByRole("button", { name: "寄出" }).click();
  expect((await readReceipt(again)).number).toBe(number);
  await page.goto("/me");
  await expect(page.getByRole("link", { name: title })).toHaveCount(1);
});

test("a letter that lacks something says what and where, and keeps the rest", async ({ citizen }) => {
  const page = await citizen();
  await page.goto("/write");
  const next = () => page.getByRole("button", { name: "下一步" }).click();
  await page.getByLabel("标题").fill("只有标题");
  await next();
  await expect(refusal(page, "请选这是哪一类事")).toContainText("请写明要反映的事");
  await expect(page.getByLabel("标题")).toHaveValue("只有标题");

  await page.getByRole("radio", { name: /^投诉/ }).check();
  await letAnythingOut(page);
  const long = "字".repeat(5_001);
  await page.getByLabel("写给办理单位看的内容").fill(long);
  await next();
  await expect(refusal(page, /最多可以写 5,?000 个字/)).toBeVisible();
  await expect(page.getByLabel("写给办理单位看的内容")).toHaveValue(long);

  await page.getByLabel("写给办理单位看的内容").fill("路灯不亮。");
  const photo = (buffer: Buffer) => ({ name: "照片.png", mimeType: "image/png", buffer });
  const photos = page.getByRole("group", { name: /^照片/ });
  await photos.getByLabel(/^照片/).setInputFiles(photo(Buffer.from("不是图片")));
  await expect(photos.getByRole("status")).toContainText("这个文件不是可以用的图片");
  await expect(photos.getByRole("img")).toHaveCount(0);
  await expect(page.getByLabel("标题")).toHaveValue("只有标题");
  await photos.getByLabel(/^照片/).setInputFiles(photo(smallPicture));
  await expect(photos.getByRole("img", { name: "照片 1" })).toBeVisible();
  await next();
  await expect(page.getByRole("heading", { level: 1, name: "在哪里，写给谁" })).toBeVisible();
});

test("whoever is second on a letter hears who was first and when, and keeps what was written", async ({
  as,
  citizen,
}) => {
  const [writer, first, second] = [await citizen(), await as("operator"), await as("triage")];
  const { number } = await writeLetter(writer, { ...complaint(unique("红绿灯坏了")), to: "河源市交通运输局" });
  await openOnDesk(second, number);
  await openStep(second, "受理");
  await second.getByLabel("公开标题").fill("路口红绿灯坏了三天");
  await accept(first, number);

  await second.getByRole("button", { name: /^确认受理/ }).click();
  await expect(refusal(second, /河源市交通运输局已在 .*\d{1,2}:\d{2} 办理，这封信现在是“已受理”/)).toBeVisible();
  await expect(second.getByLabel("公开标题")).toHaveValue("路口红绿灯坏了三天");
});

test("a step that comes too late is refused with what the letter is now", async ({ citizen }) => {
  const page = await citizen();
  const { number } = await writeLetter(page, complaint(unique("不用办了")));
  const stale = await page.context().newPage();
  for (const tab of [page, stale]) await tab.goto(`/letters/${number}/act`);
  await page.getByText("撤回", { exact: true }).click();
  await page.getByRole("button", { name: "撤回这封信" }).click();
  await expect(refusal(page, /./)).toBeVisible();
  await page.getByLabel("我确定要撤回").check();
  await page.getByRole("button", { name: "撤回这封信" }).click();
  await expect(said(page, "已撤回")).toBeVisible();
  await stale.getByRole("button", { name: "催办" }).click();
  await expect(refusal(stale, "这封信现在是“已撤回”，不能再做这一步")).toBeVisible();
});

test("a letter that is another's is not found, and the desks are not a citizen's", async ({ citizen, as }) => {
  const writer = await citizen();
  const { number } = await writeLetter(writer, { ...complaint(unique("不公开的信")), visible: "仅办理单位可见" });
  const other = await as("citizen");
  for (const path of [
    `/letters/${number}/act`,
    `/write/receipt/${number}`,
    `/desk/letters/${number}`,
    "/desk/comments?at=1",
    "/desk/lights",
    "/desk/administration",
    "/desk/administration/people",
    "/desk/administration/offices/jiaotong",
  ]) {
    expect((await other.goto(path))?.status(), path).toBe(404);
    await expect(other.getByRole("heading", { name: "没有这一页" })).toBeVisible();
    expect(await other.content(), path).not.toContain("红绿灯");
  }
  await other.goto("/desk/letters");
  await expect(other.getByText("您的岗位不经办信件")).toBeVisible();
  await expect(other.getByText(number)).toHaveCount(0);
});

test("a form of somebody else's step is refused, whoever sends it", async ({ as, citizen }) => {
  const [writer, operator] = [await citizen(), await as("operator")];
  const { number } = await writeLetter(writer, { ...complaint(unique("红绿灯坏了")), to: "河源市交通运输局" });
  await openOnDesk(operator, number);
  await openStep(operator, "受理");
  await expect(operator.getByRole("button", { name: /^确认受理/ })).toBeVisible();

  // The form is the operator's, the browser has become a citizen's.
  const citizens = await (await as("citizen")).context().cookies();
  await operator.context().clearCookies();
  await operator.context().addCookies(citizens);
  await operator.getByRole("button", { name: /^确认受理/ }).click();
  await expect(refusal(operator, "没有做这件事的权限").or(refusal(operator, "没有找到这封信"))).toBeVisible();
  await writer.goto(`/letters/${number}/act`);
  await expect(writer.getByText("待受理").first()).toBeVisible();
});

test("a role that no button offers lets nobody in", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto("/sign-in");
  const button = page.getByRole("button", { name: /^管理员/ });
  await button.evaluate((element) => element.setAttribute("value", "owner"));
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    button.click(),
  ]);
  expect(answer.status()).toBeLessThan(500);
  await expect(page.getByRole("heading", { level: 1, name: "登录" })).toBeVisible();
  await page.goto("/me");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("whatever is sent to the platform, it never breaks", async ({ citizen, request }) => {
  const page = await citizen();
  const origin = new URL(process.env.GONGPU_JOURNEYS!).origin;
  const headers = { origin, "sec-fetch-site": "same-origin" };
  const bodies = [
    "",
    "{",
    "[]",
    "null",
    '{"postId":{"a":1}}',
    '{"postId":1,"body":["x"]}',
    '{"postId":"999999999","body":"x"}',
  ];
  for (const address of ["/api/comments", "/api/votes", "/api/posts", "/api/drafts", "/api/comments/edit"]) {
    for (const data of bodies) {
      const answer = await page.request.post(address, {
        data,
        headers: { ...headers, "content-type": "application/json" },
      });
      expect(answer.status(), `${address} ${data}`).toBeGreaterThanOrEqual(400);
      expect(answer.status(), `${address} ${data}`).toBeLessThan(500);
    }
  }
  for (const path of [
    "/posts/x",
    "/posts/0",
    "/posts/99999999999999999999",
    "/posts/1?after=x&sort=y",
    "/letters/x",
    "/letters/HY-2026-99999",
    "/letters?state=nonsense&lamp=1",
    "/leaders/%00",
    "/offices/..%2f",
    "/images/x",
    "/comments/x/history",
    "/%E0%A4%A",
  ]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBeLessThan(500);
  }
  const foreign = await page.request.post("/api/comments", {
    form: { postId: "1", body: unique("从别的网站来") },
    headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
    maxRedirects: 0,
  });
  expect(foreign.status()).toBeGreaterThanOrEqual(300);
  expect(foreign.status()).toBeLessThan(500);
});

import { expect, test } from "./fixtures.ts";
import { refusal } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

const letter = (title: string) => ({
  kind: "求助" as const,
  title,
  body: "独居老人家里的水管冻裂了，自己修不了，请社区来人看看。",
  visible: "仅办理单位可见" as const,
});

test("number and query code open one's letter without signing in, and nothing else does", async ({
  citizen,
  visitor,
}) => {
  const [writer, other] = [await citizen(), await visitor()];
  const title = unique("水管冻裂");
  const { number, code } = await writeLetter(writer, letter(title));

  await other.goto(`/letters/${number}`);
  await expect(other.getByRole("heading", { name: `信件 №${number}` })).toBeVisible();
  await expect(other.getByText(title)).toHaveCount(0);
  await other.goto(`/letters/${number}/act`);
  await expect(other).toHaveURL(new RegExp(`/look-up\\?number=${number}`));
  await expect(other.getByLabel("信件编号")).toHaveValue(number);

  const open = async (typed: string) => {
    await other.getByLabel("查询码").fill(typed);
    await other.getByRole("button", { name: "查看" }).click();
  };
  await open(code.startsWith("A") ? "BBBBBBBB" : "AAAAAAAA");
  await expect(refusal(other, "编号和查询码对不上")).toBeVisible();
  await expect(other.getByLabel("信件编号")).toHaveValue(number);
  await expect(other.getByText(title)).toHaveCount(0);

  await open(code.toLowerCase());
  await expect(other.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(other.getByText("您是凭查询码打开的")).toBeVisible();
  await expect(other.getByRole("button", { name: "催办" })).toBeVisible();
  await other.getByRole("button", { name: "催办" }).click();
  await expect(other.getByRole("status").filter({ hasText: "已催办" })).toBeVisible();
});

test("the home page looks up as well, and a number that is none is refused in a sentence", async ({
  citizen,
  visitor,
}) => {
  const [writer, other] = [await citizen(), await visitor()];
  const title = unique("楼道灯不亮");
  const { number, code } = await writeLetter(writer, letter(title));

  await other.goto("/");
  const form = other.getByRole("region", { name: "写信和查进度" });
  const open = async (no: string, typed: string) => {
    await form.getByLabel(/^编号/).fill(no);
    await form.getByLabel(/^查询码/).fill(typed);
    await form.getByRole("button", { name: "查进度" }).click();
  };
  await open("我的信", code);
  await expect(refusal(other, "信件编号的样子是 HY-2026-00012")).toBeVisible();
  await other.goto("/");
  await open(`№ ${number}`, code);
  await expect(other.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

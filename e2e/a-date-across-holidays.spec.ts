import { type Platform, startOne } from "../test/platform.ts";
import { askForCode, newPhone, readCode } from "./enter-by-code.ts";
import { advanceClock, test as base, expect } from "./fixtures.ts";
import { assign, openOnDesk, openStep } from "./handle-a-letter.ts";
import { refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

/** A platform of its own, where it is Friday before a make-up Sunday, the Mid-Autumn Festival and the National Day. */
const test = base.extend<object, { autumn: Platform }>({
  autumn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the first parameter.
    async ({}, use) => {
      const platform = await startOne(new Date("2026-09-18T10:00:00+08:00"));
      await use(platform);
      await platform.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  address: [async ({ autumn }, use) => use(autumn.address), { scope: "worker" }],
});

// One after the other: they share the clock, which only goes forward.
test.describe.configure({ mode: "default", timeout: 120_000 });

const transport = "河源市交通运输局";
const complaint = (title: string) => ({
  kind: "投诉" as const,
  title,
  body: "文昌路 12 号门口的井盖松了半个月，请更换。",
});

test("a date counts make-up days and skips holidays, and the lamp turns on the days it says", async ({
  as,
  visitor,
}) => {
  const [writer, triage, reader] = [await as("citizen"), await as("triage"), await visitor()];
  const { number } = await writeLetter(writer, complaint(unique("井盖松动")));
  await expect(writer.getByText("9月22日前").first()).toBeVisible();

  await openOnDesk(triage, number);
  await openStep(triage, "受理");
  await expect(triage.getByText(/5 个工作日，.*9月24日.*前答复/)).toBeVisible();
  await expect(triage.getByText(/15 个工作日，.*10月15日.*前答复/)).toBeVisible();
  await triage.getByRole("button", { name: /^确认受理/ }).click();
  await expect(said(triage, "已受理")).toBeVisible();
  await assign(triage, number, transport);

  await reader.goto(`/letters/${number}`);
  await expect(reader.getByText(new RegExp(`轮到\\s*${transport}，10月15日.*前答复`)).first()).toBeVisible();
  await expect(reader.getByText("还剩 15 个工作日").first()).toBeVisible();
  await reader.getByText("如何算出").last().click();
  const working = reader.getByRole("main");
  await expect(working).toContainText(/9月20日.*调休上班/);
  await expect(working).toContainText("国庆节 10月1日至7日");
  await expect(working).toContainText("中秋节");

  const lampAfter = async (days: number, words: RegExp) => {
    await advanceClock(reader.request, days);
    await expect(async () => {
      await reader.goto(`/letters/${number}`);
      await expect(reader.getByText(words).first()).toBeVisible({ timeout: 500 });
    }).toPass();
  };
  await lampAfter(23, /正常 · 还剩 4 个工作日/); // Sunday, 11 October
  await lampAfter(1, /临期 · 还剩 3 个工作日/);
  await lampAfter(3, /今天到期/);
  await lampAfter(1, /超期 1 个工作日/);
  await expect(reader.getByText("黄牌").first()).toBeVisible();
  await lampAfter(6, /超期 5 个工作日/);
  await expect(reader.getByText("红牌").first()).toBeVisible();

  const supervisor = await as("supervisor");
  await supervisor.goto("/desk/lights");
  await supervisor.getByRole("link", { name: new RegExp(`^${transport}，红牌 \\d+ 件`) }).click();
  await expect(supervisor).toHaveURL(/\/desk\/letters\?/);
  await expect(supervisor.getByRole("main")).toContainText(number);
});

test("a code that is too old is refused in a sentence, and a new one lets in", async ({ visitor }) => {
  const page = await visitor();
  const phone = newPhone();
  await page.goto("/sign-in");
  await askForCode(page, phone);
  const code = await readCode(page, phone);
  await advanceClock(page.request, 1);
  const enter = async (typed: string) => {
    await page.getByLabel("短信验证码").fill(typed);
    await page.getByRole("button", { name: "登录", exact: true }).click();
  };
  await enter(code);
  await expect(refusal(page, "这个验证码已经用过或过期了")).toBeVisible();
  await expect(page.getByLabel("手机号")).toHaveValue(phone);
  await askForCode(page, phone);
  await enter(await readCode(page, phone));
  await page.waitForURL((url) => url.pathname !== "/sign-in");
});

import { expect, test } from "./fixtures.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

/** The river city's own cases, as they stood then. */
const then = "from=2008-12-01&to=2011-05-31&asof=2011-05-31";

test("what became of all letters adds up, and each number opens the letters it counts", async ({ visitor }) => {
  // Nothing of it needs a script.
  const page = await visitor({ javaScriptEnabled: false });
  let sum = 0;
  for (const outcome of ["按时答复", "逾期答复", "从未答复"]) {
    await page.goto(`/statistics?${then}`);
    const number = page
      .getByRole("listitem")
      .filter({ hasText: new RegExp(`^${outcome}`) })
      .getByRole("link");
    const count = Number(await number.textContent());
    sum += count;
    await number.click();
    await expect(page.getByRole("heading", { level: 1, name: "数字背后的信件" })).toBeVisible();
    await expect(page.getByText(`${outcome}的信：${count}`)).toBeVisible();
    await expect(page.getByRole("heading", { level: 2 })).toHaveCount(count);
  }
  await page.goto(`/statistics?${then}`);
  await expect(page.getByText(`收到 ${sum} 封`)).toBeVisible();
  expect(sum).toBeGreaterThan(0);
});

test("a rate says what it was divided of, and its twin says the same", async ({ visitor }) => {
  const page = await visitor();
  await page.goto(`/statistics?${then}`);
  const { rates } = await (await page.request.get(`/statistics.json?${then}`)).json();
  const { numerator, denominator } = rates.find(({ name }: { name: string }) => name === "answered");
  const line = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "回复率", exact: true }) });
  await expect(line.getByText(`${numerator} ÷ ${denominator}`)).toBeVisible();
  await expect(line.getByText(`${((numerator / denominator) * 100).toFixed(2)}%`)).toBeVisible();
  await expect(line.getByText("不受理、已撤回的也算收到")).toBeVisible();
  await line.getByRole("link", { name: "看这些信件：回复率" }).click();
  await expect(page.getByText(`有过答复的信：${numerator}`)).toBeVisible();
});

test("a reader narrows the figures by days and place, with the keyboard alone", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/statistics");
  await page.getByLabel("收到日期从").focus();
  await page.keyboard.type("2009-01-01");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2010-12-31");
  await page.getByLabel("事情发生在").focus();
  await page.keyboard.press("ArrowDown");
  const region = await page.getByLabel("事情发生在").inputValue();
  expect(region).not.toBe("");
  await page.getByRole("button", { name: "查看" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`from=2009-01-01&to=2010-12-31.*region=${region}`));
  await expect(page.getByLabel("事情发生在")).toHaveValue(region);
  await expect(page.getByText("2009年1月1日至2010年12月31日收到的信")).toBeVisible();

  await page.goto("/statistics?from=2001-01-01&to=2001-12-31");
  await expect(page.getByText("这段时间没有收到信件")).toBeVisible();
  // What is no day is no day, and breaks nothing.
  await page.goto("/statistics?from=2011-02-30&kind=accusation&region=%00");
  await expect(page.getByRole("heading", { level: 1, name: "统计" })).toBeVisible();
});

test("a letter that was just sent is counted at once", async ({ citizen }) => {
  const page = await citizen();
  const received = async () => (await (await page.request.get("/statistics.json")).json()).total.received as number;
  const before = await received();
  await writeLetter(page, {
    kind: "咨询",
    title: unique("办证时间"),
    body: "周末能不能办理居住证，需要带哪些材料？",
    visible: "仅办理单位可见",
  });
  await expect.poll(received).toBeGreaterThan(before);
});

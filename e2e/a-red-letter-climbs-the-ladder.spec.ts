import { type Platform, startOne } from "../test/platform.ts";
import { advanceClock, test as base, expect } from "./fixtures.ts";
import { accept, assign } from "./handle-a-letter.ts";
import { openUntil } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

/** A platform of its own, whose clock may go forward: a letter assigned on this Friday is due on 15 October. */
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

test.describe.configure({ timeout: 120_000 });

test("a letter that nobody answers is reminded of, urged and ordered by itself, and every step of it is public", async ({
  as,
  visitor,
}) => {
  const [writer, triage, reader] = [await as("citizen"), await as("triage"), await visitor()];
  const title = unique("井盖松动");
  const body = "文昌路 12 号门口的井盖松了半个月，请更换。";
  const { number } = await writeLetter(writer, { kind: "投诉", title, body });
  await accept(triage, number);
  await assign(triage, number, "河源市交通运输局");

  const orders = reader.locator("#orders");
  await advanceClock(reader.request, 24); // Monday, 12 October: three working days are left
  await openUntil(reader, `/letters/${number}`, orders.getByText("快到期了，请按期办理。"));
  await expect(orders).not.toContainText("催办");

  await advanceClock(reader.request, 10); // Thursday, 22 October: the fifth working day after it was due
  await openUntil(reader, `/letters/${number}`, orders.getByText("已得红牌。请说明为什么没有按期办理，哪一天办结。"));
  await expect(orders).toContainText("已经超期，请马上办理。");
  await expect(orders).toContainText("河源市信访局督办河源市交通运输局");
  await expect(orders).toContainText("还剩 5 个工作日");
  await expect(orders).not.toContainText("约谈");

  const feed = await reader.request.get("/feeds/lights.json");
  const changes = (await feed.json()).changes.filter((change: { letter: string }) => change.letter === number);
  expect(changes.map(({ level }: { level: string }) => level)).toEqual(["amber", "red", "yellowCard", "redCard"]);

  const handler = await as("handler");
  await handler.goto("/desk/orders?show=awaiting");
  await expect(handler.getByRole("row", { name: new RegExp(title) })).toContainText("到点自动");

  const supervisor = await as("supervisor");
  await supervisor.goto("/desk/lights");
  await supervisor.getByRole("link", { name: /^督办单 \d+ 张$/ }).click();
  await expect(supervisor.getByRole("row", { name: new RegExp(title) })).toBeVisible();
});

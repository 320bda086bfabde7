import { expect, test } from "./fixtures.ts";
import { accept, assign, openOnDesk, openStep } from "./handle-a-letter.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

test("a leader leads a case by the week, records a look on the spot, lets it go, and everybody sees each of it", async ({
  as,
  citizen,
  visitor,
}) => {
  const [author, triage, leader, reader] = [await citizen(), await as("triage"), await as("leader"), await visitor()];
  const { number } = await writeLetter(author, {
    kind: "投诉",
    title: unique("桥头的路灯全灭了"),
    body: "桥头的路灯全灭了，晚上过桥看不见台阶。",
    to: "市委书记",
  });
  await accept(triage, number);
  await assign(triage, number, "河源市交通运输局");

  await openOnDesk(leader, number);
  await openStep(leader, "带案");
  const every = leader.getByLabel("几天督查一次");
  await expect(every).toHaveValue("7");
  await every.evaluate((field) => field.removeAttribute("max"));
  await every.fill("61");
  await leader.getByRole("button", { name: "由我带案" }).click();
  await expect(refusal(leader, "督查的间隔请填 1 到 60 天").first()).toBeVisible();
  await every.fill("7");
  await leader.getByRole("button", { name: "由我带案" }).click();
  await expect(said(leader, "已由您带案")).toBeVisible();
  await openUntil(reader, `/letters/${number}`, reader.getByText(/市委书记带案，一周一督查，下次/));

  await leader.goto("/desk/today");
  const row = leader.locator("#led").getByRole("listitem").filter({ hasText: number });
  await expect(row).toContainText("一周一督查");
  await row.getByRole("link", { name: "记督查" }).click();
  await leader.getByRole("radio", { name: "现场" }).check();
  const found = unique("到桥头看过，控制箱烧了，请今晚先装临时灯。");
  await leader.getByLabel("督查记录：看到什么，要求什么").fill(found);
  await leader.getByRole("button", { name: "记下督查" }).click();
  await expect(said(leader, "督查已经记下")).toBeVisible();
  await openUntil(reader, `/letters/${number}`, reader.getByText(found));
  await expect(reader.getByText("已督查 1 次")).toBeVisible();

  await openStep(leader, "结束带案");
  await leader.getByRole("button", { name: "结束带案" }).click();
  await expect(said(leader, "带案已经结束")).toBeVisible();
  await openUntil(reader, `/letters/${number}`, reader.getByRole("heading", { name: /^结束带案 市委书记/ }));
  await expect(reader.getByText(/市委书记带案，/)).toHaveCount(0);
});

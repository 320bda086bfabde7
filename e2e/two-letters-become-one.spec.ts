import { expect, test } from "./fixtures.ts";
import { accept, answer, assign, fourParts, openOnDesk } from "./handle-a-letter.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

const transport = "河源市交通运输局";

test("two letters about one thing get one answer; each writer keeps their number and judges for themselves", async ({
  as,
  citizen,
  visitor,
}) => {
  test.slow();
  const [first, second, triage, handler, reader] = await Promise.all([
    citizen(),
    as("citizen"),
    as("triage"),
    as("handler"),
    visitor(),
  ]);
  const place = unique("南堤路");
  const host = await writeLetter(first, {
    kind: "投诉",
    title: `${place}路灯不亮`,
    body: `${place}中段的路灯不亮，晚上走路看不清台阶，请修路灯。`,
    to: transport,
  });
  const guest = await writeLetter(second, {
    kind: "投诉",
    title: `${place}路灯又不亮了`,
    body: `${place}中段路灯不亮好几天，晚上看不清台阶，请快修路灯。`,
    to: transport,
  });
  await accept(triage, host.number);
  await assign(triage, host.number, transport);

  // The one it reads like is offered; a number that leads nowhere is refused, and what was typed stays.
  await openOnDesk(triage, guest.number);
  await expect(triage.getByRole("radio", { name: new RegExp(host.number) })).toBeVisible();
  await triage.getByLabel("另一封的编号").fill("HY-1999-00001");
  await triage.getByRole("button", { name: "合并", exact: true }).click();
  await expect(refusal(triage, "没有找到要并入的信")).toBeVisible();
  await triage.getByLabel("另一封的编号").fill("");
  await triage.getByRole("radio", { name: new RegExp(host.number) }).check();
  await triage.getByRole("button", { name: "合并", exact: true }).click();
  await expect(said(triage, "已合并")).toBeVisible();
  await expect(triage.getByRole("link", { name: "受理" })).toHaveCount(0);

  await second.goto(`/letters/${guest.number}/act`);
  await expect(second.getByRole("heading", { name: "合并办理", exact: true })).toBeVisible();
  // Nobody has accepted the second one: that it is like the first is not for everybody to know.
  await openUntil(
    reader,
    `/letters/${host.number}`,
    reader.getByRole("heading", { level: 1, name: `${place}路灯不亮` }),
  );
  await expect(reader.getByRole("heading", { name: "并入这封信一起办的" })).toHaveCount(0);

  // Split, it stands where it stood; merged again, it goes on with the other.
  await triage.locator("summary").filter({ hasText: "拆分" }).click();
  await triage.getByRole("button", { name: "拆分" }).click();
  await expect(said(triage, "已拆分")).toBeVisible();
  await expect(triage.getByRole("link", { name: "受理", exact: true })).toBeVisible();
  await triage.getByRole("radio", { name: new RegExp(host.number) }).check();
  await triage.getByRole("button", { name: "合并", exact: true }).click();
  await expect(said(triage, "已合并")).toBeVisible();

  await openOnDesk(handler, guest.number);
  await answer(handler, host.number, fourParts(`${place}路灯不亮属实，已换灯泡六盏，台阶处加装一盏。`));
  await second.goto(`/letters/${guest.number}/act`);
  await expect(second.getByText(/已换灯泡六盏/)).toBeVisible();
  await second.getByRole("radio", { name: "未解决", exact: true }).check();
  for (const group of ["态度", "速度"]) {
    await second.getByRole("group", { name: group }).getByRole("radio", { name: "基本满意", exact: true }).check();
  }
  await second.getByLabel("想说的话").fill("台阶那一盏还是不亮。");
  await second.getByRole("button", { name: "没解决，退回重办" }).click();
  await expect(said(second, "已退回重办")).toBeVisible();
  await expect(second.getByRole("heading", { name: "合并办理", exact: true })).toHaveCount(0);
  await first.goto(`/letters/${host.number}/act`);
  await expect(first.getByText("已答复").first()).toBeVisible();
});

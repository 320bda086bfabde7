import { expect, test } from "./fixtures.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { unique } from "./talk.ts";

const transport = "河源市交通运输局";

test("a supervisor corrects a frozen month, an office contests its score, and everybody reads the outcome", async ({
  as,
  visitor,
}) => {
  const [supervisor, operator, reader] = [await as("supervisor"), await as("operator"), await visitor()];
  const { report } = await (await reader.request.get("/assessment.json")).json();
  const { period, version } = report;

  await supervisor.goto("/desk/assessment");
  await supervisor.getByLabel("时期").fill(period);
  await supervisor.getByRole("button", { name: "定稿", exact: true }).click();
  await expect(refusal(supervisor, "这一期已经定稿")).toBeVisible();
  await expect(supervisor.getByLabel("时期")).toHaveValue(period);
  const correction = unique("一封信重复计入，已核对。");
  await supervisor.getByLabel("更正了什么、为什么").fill(correction);
  await supervisor.getByRole("button", { name: "定稿", exact: true }).click();
  await expect(said(supervisor, "已定稿并公布")).toBeVisible();

  await operator.goto("/desk/assessment");
  await operator.getByText("申诉", { exact: true }).first().click();
  const why = unique("其中一封信办结在先，请核对。");
  await operator.getByLabel(`对 ${period} 的得分申诉`).fill(why);
  await operator.getByRole("button", { name: "提出申诉" }).click();
  await expect(said(operator, "申诉已提出并公开")).toBeVisible();
  await expect(operator.getByText("已申诉").first()).toBeVisible();

  await supervisor.goto("/desk/assessment");
  const waiting = supervisor.getByRole("article").filter({ hasText: why });
  await expect(waiting).toContainText(transport);
  await waiting.getByRole("radio", { name: "申诉成立", exact: true }).check();
  const outcome = unique("属实，下一版更正。");
  await waiting.getByLabel("理由").fill(outcome);
  await waiting.getByRole("button", { name: "公布决定" }).click();
  await expect(said(supervisor, "决定已公布")).toBeVisible();

  await openUntil(reader, `/assessment/${period}`, reader.getByText(outcome));
  const contest = reader.getByRole("listitem").filter({ hasText: why });
  await expect(contest).toContainText("申诉成立");
  await expect(reader.getByRole("listitem").filter({ hasText: correction })).toContainText(`第 ${version + 1} 版`);
  await reader.goto(`/assessment/${period}?version=${version}`);
  await expect(reader.getByText("这是较早的一版")).toBeVisible();
  await expect(reader.getByRole("row").filter({ hasText: transport })).toContainText("不分档");

  for (const [file, type] of [
    ["csv", "text/csv"],
    ["xlsx", "spreadsheetml"],
  ] as const) {
    const answer = await reader.request.get(`/assessment/${period}/${file}`);
    expect(answer.headers()["content-type"]).toContain(type);
    expect((await answer.body()).length).toBeGreaterThan(100);
  }
  await reader.goto(`/assessment/${period}/bulletin`);
  await expect(reader.getByRole("heading", { level: 1, name: /来信办理考核情况的通报$/ })).toBeVisible();
});

test("a formula that nobody can reckon is refused, with where", async ({ as }) => {
  const administrator = await as("administrator");
  await administrator.goto("/desk/assessment");
  await administrator.getByLabel("公式", { exact: true }).fill("100 * (0.1 * response + 0.9 * happiness)");
  await administrator.getByLabel("从哪天起用").fill("2027-01-01");
  await administrator.getByRole("button", { name: "启用新的一版" }).click();
  await expect(refusal(administrator, "第 31 个字符看不懂：“happiness”")).toBeVisible();
  await expect(administrator.getByLabel("公式", { exact: true })).toHaveValue(/happiness/);
});

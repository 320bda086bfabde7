import { expect, test } from "./fixtures.ts";
import { openUntil, said } from "./hear.ts";

test("votes that were struck by a numbered act count again when a moderator undoes it, and everybody can follow both", async ({
  as,
  visitor,
}) => {
  const reader = await visitor();
  await openUntil(reader, "/log?what=votes", reader.getByText("作废投票"));
  const act = reader.getByRole("listitem").filter({ hasText: "作废投票" }).last();
  await expect(act).toContainText("第 1 号");
  await expect(act).toContainText("2 个账号");
  const post = (await act.getByRole("link", { name: "看这条微博" }).getAttribute("href"))!;
  const votes = async () => {
    const twin = await reader.request.get(`${post}.json`);
    const { post: shown } = (await twin.json()) as { post: { up: number; down: number } };
    return shown.up + shown.down;
  };
  const before = await votes();

  const moderator = await as("moderator");
  await moderator.goto(`/desk/discussions/${post.split("/").at(-1)}`);
  const struck = moderator.getByRole("listitem").filter({ hasText: "第 1 号" });
  await struck.getByRole("button", { name: "撤销这一号" }).click();
  await expect(said(moderator, "第 1 号已撤销")).toBeVisible();
  await expect(struck).toContainText("已撤销");

  await expect.poll(votes).toBe(before + 2);
  await openUntil(reader, "/log?what=votes", reader.getByText("撤销作废，投票恢复计数"));
});

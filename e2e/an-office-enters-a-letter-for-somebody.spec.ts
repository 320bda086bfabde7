import { expect, test } from "./fixtures.ts";
import { accept, openOnDesk } from "./handle-a-letter.ts";
import { openUntil } from "./hear.ts";
import { unique } from "./talk.ts";

test("what somebody says on the telephone becomes a letter with a number to take along", async ({ as, visitor }) => {
  const [operator, reader] = await Promise.all([as("operator"), visitor()]);
  await operator.goto("/desk/letters");
  await operator.getByRole("link", { name: "代为登记" }).click();
  await expect(operator.getByRole("heading", { level: 1, name: "代为登记" })).toBeVisible();
  await operator.getByRole("button", { name: "登记，给编号" }).click();
  await expect(operator.getByText("请选这件事是怎样反映来的。").first()).toBeVisible();

  const title = unique("村口候车亭没有灯");
  await operator.getByRole("radio", { name: "电话来信" }).check();
  await operator.getByRole("radio", { name: "求助" }).check();
  await operator.getByLabel("标题").fill(title);
  await operator.getByLabel("他说的内容").fill("来电人说村口候车亭晚上没有灯，看不清班次。");
  await operator.getByLabel("姓名（可以不留）").fill("来电老人");
  await operator.getByLabel("电话（可以不留）").fill("13812345678");
  await operator.getByRole("radio", { name: /^公开，署名“网友”/ }).check();
  await operator.getByRole("button", { name: "登记，给编号" }).click();
  await expect(operator.getByText("要公开，请先问过本人并勾选", { exact: false }).first()).toBeVisible();
  await operator.getByLabel("已问过本人，本人同意公开").check();
  await operator.getByRole("button", { name: "登记，给编号" }).click();

  await expect(operator.getByRole("heading", { level: 1, name: "已登记" })).toBeVisible();
  await expect(operator.getByRole("button", { name: "打印回执" })).toBeVisible();
  const number = new URL(operator.url()).pathname.split("/").at(-2)!;
  await accept(operator, number);
  await expect(operator.getByText("13812345678")).toHaveCount(0);

  await openUntil(reader, `/letters/${number}`, reader.getByRole("heading", { level: 1, name: title }));
  await expect(reader.getByText("河源市交通运输局代为登记", { exact: false })).toBeVisible();
  await expect(reader.getByText("电话来信").first()).toBeVisible();

  const citizen = await as("citizen");
  for (const path of ["/desk/enter", `/desk/letters/${number}/receipt`]) {
    expect((await citizen.goto(path))?.status(), path).toBe(404);
  }
  await openOnDesk(operator, number);
  await expect(operator.getByRole("link", { name: "请来信人补充" })).toHaveCount(0);
});

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { accept, answer, assign, fourParts, openOnDesk } from "./handle-a-letter.ts";
import { openUntil, said } from "./hear.ts";
import { inviteStaff, takeDesk } from "./invite-staff.ts";
import { unique } from "./talk.ts";
import { writeLetter } from "./write-a-letter.ts";

const transport = "河源市交通运输局";
const government = "河源市人民政府办公室";

async function decide(page: Page, number: string, decision: "维持" | "变更", words: string): Promise<void> {
  await openOnDesk(page, number);
  await page.getByRole("radio", { name: new RegExp(`^${decision}`) }).check();
  await page.getByLabel("决定的理由").fill(words);
  await page.getByRole("button", { name: "作出决定" }).click();
}

/** A hearing: everybody reads when and where, and the date stands still until its outcome is put down. */
async function hold(superior: Page, reader: Page, number: string): Promise<void> {
  const place = unique("本周五上午九点在桥头听证，双方到场");
  await superior.getByText("举行听证", { exact: true }).click();
  await superior.getByLabel("听证的时间、地点和参加人").fill(place);
  await superior.getByRole("button", { name: "通知听证" }).click();
  await expect(said(superior, "已通知听证，决定期限停住")).toBeVisible();
  await openUntil(reader, `/letters/${number}`, reader.getByText(place));
  await expect(reader.locator("#reviews").getByText("暂停计时")).toBeVisible();
  await superior.getByLabel("听证查明了什么").fill("双方各自陈述，现场看过扶手。");
  await superior.getByRole("button", { name: "记录听证结果" }).click();
  await expect(said(superior, "听证已结束，决定期限接着算")).toBeVisible();
}

test("a writer who disagrees asks the superior office, which sends the letter back to be worked on again", async ({
  as,
  citizen,
  visitor,
}) => {
  test.slow();
  const [writer, operator, handler, administrator] = await Promise.all([
    citizen(),
    as("operator"),
    as("handler"),
    as("administrator"),
  ]);
  const desk = { nickname: unique("市政府办复查岗"), role: "承办人", place: government };
  const superior = await visitor();
  await takeDesk(superior, await inviteStaff(administrator, desk));

  const title = unique("过街天桥扶手松动");
  const { number } = await writeLetter(writer, {
    kind: "投诉",
    title,
    body: "过街天桥的扶手松了，老人一扶就晃，请加固。",
    to: transport,
    visible: "公开，署网名",
  });
  await accept(operator, number);
  await assign(operator, number, transport);
  await answer(handler, number, fourParts("过街天桥扶手查看过，扶手没有松动。"));
  await superior.goto("/desk/letters");
  await expect(superior.getByText(number)).toHaveCount(0);

  // The other page of whoever clicked twice gets the same answer, and asks nothing more.
  await writer.goto(`/letters/${number}/act`);
  await expect(writer.getByText(/以前可以申请/)).toBeVisible();
  await writer.getByRole("button", { name: "申请复查" }).click();
  await expect(writer.getByText("请写明内容。").first()).toBeVisible();
  const reasons = unique("扶手松动有照片为证，答复没有看现场");
  await writer.getByLabel("为什么不服，请写明").fill(reasons);
  await writer.getByRole("button", { name: "申请复查" }).click();
  await expect(said(writer, "已申请复查")).toBeVisible();
  await expect(writer.getByRole("button", { name: "申请复查" })).toHaveCount(0);

  await superior.goto("/desk/letters");
  await expect(superior.getByRole("row").filter({ hasText: number })).toBeVisible();
  const page = await visitor();
  await openUntil(page, `/letters/${number}`, page.getByRole("heading", { name: "复查复核" }));
  const review = page.locator("#reviews");
  await expect(review.getByText("等待决定")).toBeVisible();
  await expect(review.getByText(government)).toBeVisible();
  await expect(page.getByText(reasons)).toHaveCount(0);

  await openOnDesk(superior, number);
  await expect(superior.getByText(reasons).first()).toBeVisible();
  await hold(superior, page, number);
  const decision = unique("派人复测，扶手确有松动，要重新办理");
  await decide(superior, number, "变更", decision);
  await expect(said(superior, "已经办好，这封信不再归您经办")).toBeVisible();

  await openUntil(page, `/letters/${number}`, review.getByText(decision));
  await expect(page.getByText("办理中").first()).toBeVisible();
  await answer(handler, number, fourParts(unique("再次查看过街天桥，扶手松动属实，已加固扶手螺栓。")));

  await writer.goto(`/letters/${number}/act`);
  await writer.getByLabel("为什么不服，请写明").fill("还有一侧扶手没有加固。");
  await writer.getByRole("button", { name: "申请复核" }).click();
  await expect(said(writer, "已申请复核")).toBeVisible();
});

test("nobody but the writer is offered a review, and the lead office cannot decide it", async ({ as, visitor }) => {
  const reader = await visitor();
  await reader.goto("/letters?state=closed&mailbox=jiaotong-mailbox");
  await reader.getByRole("link", { name: "老城公交站搬走以后老人要多走一公里" }).click();
  await expect(reader.locator("#reviews").getByText("等待决定")).toBeVisible();
  await expect(reader.getByRole("button", { name: "申请复查" })).toHaveCount(0);
  const number = new URL(reader.url()).pathname.split("/").at(-1)!;
  const handler = await as("handler");
  await openOnDesk(handler, number);
  await expect(handler.getByRole("button", { name: "作出决定" })).toHaveCount(0);
});

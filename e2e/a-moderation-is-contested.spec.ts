import { expect, test } from "./fixtures.ts";
import { openUntil, said } from "./hear.ts";
import { inviteStaff, takeDesk } from "./invite-staff.ts";
import { comment, openDiscussion, say, unique } from "./talk.ts";

test("whoever was hidden contests it once; who did it does not decide, another moderator does, and everybody reads why", async ({
  as,
  citizen,
  visitor,
}) => {
  const author = await citizen();
  await openDiscussion(author, "/offices/jiaotong");
  const words = unique("修路修了三回，管事的是不是该换人了？");
  await say(author, words);
  const place = author.url();
  const id = (await comment(author, words).getAttribute("id"))!.replace("comment-", "");

  const moderator = await as("moderator");
  await moderator.goto(`/desk/comments?at=${id}`);
  await moderator.getByText("隐藏……").last().click();
  await moderator.getByRole("radio", { name: "辱骂" }).check();
  await moderator.getByRole("button", { name: "隐藏这条评论" }).click();
  await expect(said(moderator, "已隐藏这条评论")).toBeVisible();

  await author.goto("/me");
  await author.getByRole("link", { name: "被隐藏的内容和申诉" }).click();
  const hidden = author.getByRole("listitem").filter({ hasText: words });
  await expect(hidden).toContainText("辱骂或人身攻击");
  await hidden.getByText("申诉", { exact: true }).click();
  const plea = unique("没有骂任何人，是在提意见。");
  await hidden.getByLabel("为什么不该这样处理").fill(plea);
  await hidden.getByRole("button", { name: "提交申诉" }).click();
  await expect(said(author, "申诉已收到")).toBeVisible();
  await expect(hidden).toContainText("等另一位版主决定");

  await moderator.goto("/desk/moderation/contests");
  const seen = moderator.getByRole("listitem").filter({ hasText: plea });
  await expect(seen).toContainText("这是您自己作的处理");
  await expect(seen.getByRole("button", { name: "作出决定" })).toHaveCount(0);

  const [administrator, other] = [await as("administrator"), await visitor()];
  const nickname = unique("审核岗");
  await takeDesk(other, await inviteStaff(administrator, { nickname, role: "版主", place: "河源市" }));
  await other.goto("/desk/moderation/contests");
  const open = other.getByRole("listitem").filter({ hasText: plea });
  await expect(open).toContainText(words);
  await open.getByRole("radio", { name: /^恢复/ }).check();
  const reason = unique("话尖锐，但不是辱骂。");
  await open.getByLabel("理由（公开）").fill(reason);
  await open.getByRole("button", { name: "作出决定" }).click();
  await expect(said(other, "已恢复")).toBeVisible();

  await author.goto("/me/moderated");
  await expect(author.getByRole("listitem").filter({ hasText: plea })).toContainText(reason);
  const reader = await visitor();
  await openUntil(reader, `${new URL(place).pathname}?sort=newest`, comment(reader, words));
  await openUntil(reader, "/log?what=contests", reader.getByText(reason));
});

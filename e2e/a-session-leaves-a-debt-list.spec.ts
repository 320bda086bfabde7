import type { Page } from "@playwright/test";
import { enterByCode, newPhone } from "./enter-by-code.ts";
import { expect, test } from "./fixtures.ts";
import { openUntil, refusal, said } from "./hear.ts";
import { comment, unique, votesOn } from "./talk.ts";

interface Announced {
  title: string;
  /** Minutes from now, on the platform's own clock. */
  starts: number;
  ends: number;
  host?: boolean;
}

/** An hour of the platform's clock on the wall in Shanghai, some minutes from now, as the form takes it. */
async function wallClock(page: Page, minutes: number): Promise<string> {
  const now = await page.getByLabel("定时发布的时间").first().getAttribute("min");
  return new Date(Date.parse(`${now}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

async function fillSession(leader: Page, { title, starts, ends, host = true }: Announced): Promise<void> {
  await leader.getByRole("radio", { name: "在线问政" }).check();
  await leader.getByLabel("写微博").fill("关于供水改造，大家现在就可以提问。");
  await leader.getByLabel("标题").fill(title);
  await leader.getByLabel("开始", { exact: true }).fill(await wallClock(leader, starts));
  await leader.getByLabel("计划结束").fill(await wallClock(leader, ends));
  await leader.getByRole("checkbox", { name: "市委书记", exact: true }).setChecked(host);
}

const publish = (leader: Page) => leader.getByRole("button", { name: "现在发布", exact: true }).click();

async function announce(leader: Page): Promise<string> {
  const title = unique("供水问政");
  await leader.goto("/desk/posts");
  await fillSession(leader, { title, starts: 10, ends: 70 });
  await publish(leader);
  await expect(said(leader, "已经发布")).toBeVisible();
  return title;
}

async function ask(citizen: Page, words: string): Promise<void> {
  await citizen.getByLabel("您的提问").fill(words);
  await citizen.getByRole("button", { name: "发出提问" }).click();
  await expect(comment(citizen, words)).toBeVisible();
}

/** A citizen who has never been here, in a browser of their own. */
async function newcomer(visitor: () => Promise<Page>): Promise<Page> {
  const page = await visitor();
  await enterByCode(page, newPhone());
  return page;
}

/** The leader's desk with the session on it. */
async function openDesk(leader: Page, title: string): Promise<void> {
  await leader.goto("/desk/sessions");
  await leader.getByRole("link", { name: title }).click();
  await expect(leader.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

test("what a session leaves unanswered becomes a letter with a number and a lamp, while its readers look on", async ({
  as,
  citizen,
  visitor,
}) => {
  test.slow();
  const [leader, asker, second, ...others] = await Promise.all([
    as("leader"),
    citizen(),
    as("citizen"),
    ...Array.from({ length: 3 }, () => newcomer(visitor)),
  ]);
  const title = await announce(leader);
  await openUntil(asker, "/sessions", asker.getByRole("link", { name: title }));
  await asker.getByRole("link", { name: title }).click();
  const address = new URL(asker.url()).pathname;
  const [answered, owed] = [unique("改造哪天完工？"), unique("四楼以上早晚高峰没有水，怎么办？")];
  await ask(asker, answered);
  await ask(asker, owed);

  await Promise.all([second, ...others].map((page) => openUntil(page, `${address}?sort=newest`, comment(page, owed))));
  await Promise.all(
    [asker, second, ...others].map(async (page) => {
      await votesOn(comment(page, owed), "赞成").click();
      await expect(votesOn(comment(page, owed), "赞成")).toHaveAttribute("aria-pressed", "true");
    }),
  );
  await expect(votesOn(comment(asker, owed), "赞成")).toContainText("5");

  await openDesk(leader, title);
  await leader.getByRole("button", { name: "开始答问" }).click();
  await expect(said(leader, "已经开始")).toBeVisible();
  await expect(asker.getByText("正在进行", { exact: true })).toBeVisible();

  // The first of those that wait is what most people support.
  const waiting = leader.getByRole("listitem").filter({ has: leader.getByRole("button", { name: "标为正在回答" }) });
  await expect(waiting.first()).toContainText(owed);
  const item = leader.getByRole("listitem").filter({ hasText: answered });
  await item.getByRole("button", { name: "标为正在回答" }).click();
  await expect(asker.getByRole("region", { name: "正在回答" })).toContainText(answered);
  await item.getByRole("textbox", { name: "答复" }).fill("十月底完工，分三片通水。");
  await item.getByRole("button", { name: "以市委书记答复" }).click();
  await expect(said(leader, "答复已经发出")).toBeVisible();
  await expect(comment(asker, answered).getByRole("article", { name: "市委书记答复" })).toContainText("分三片通水");

  // Somebody has the desk open twice, and presses on both.
  const again = await leader.context().newPage();
  await openDesk(again, title);
  const late = unique("晚了一步的提问");
  await second.goto(address);
  await second.getByLabel("您的提问").fill(late);
  await leader.getByRole("button", { name: "结束这场问政" }).click();
  await expect(said(leader, "已经结束")).toBeVisible();
  await again.getByRole("button", { name: "结束这场问政" }).click();
  await expect(said(again, "已经结束")).toBeVisible();

  const debts = asker.getByRole("region", { name: "欠答清单" });
  const debt = debts.getByRole("listitem").filter({ hasText: owed });
  await expect(debt).toContainText("散会时 5 人赞成");
  await expect(debt).toContainText(/已成为信件.*HY-\d{4}-\d{5}/s);
  await expect(debt.getByText("正常")).toBeVisible();
  await expect(debts).not.toContainText(answered);

  await second.getByRole("button", { name: "发出提问" }).click();
  await expect(refusal(second, "这场问政已经结束，不再收新的提问")).toBeVisible();
  await expect(second.getByLabel("评论内容")).toHaveValue(late);

  const reader = await visitor();
  await openUntil(reader, address, reader.getByText("一共 2 个提问，当场答了 1 个，1 个欠答的变成信件。"));
  await expect(comment(reader, answered).getByRole("article", { name: "市委书记答复" })).toBeVisible();
});

test("a session is not announced without a host, backwards, or in the past; what was typed stays", async ({ as }) => {
  const leader = await as("leader");
  await leader.goto("/desk/posts");
  const title = unique("没人答的问政");
  const refused = [
    [{ title, starts: 10, ends: 70, host: false }, "请至少选一位答问的领导或单位"],
    [{ title, starts: 70, ends: 10 }, "结束的时间要晚于开始的时间"],
    [{ title, starts: -60, ends: 60 }, "开始的时间已经过了"],
  ] as const;
  for (const [announced, words] of refused) {
    await fillSession(leader, announced);
    await publish(leader);
    await expect(refusal(leader, words)).toBeVisible();
    await expect(leader.getByLabel("标题")).toHaveValue(title);
  }
});

test("a session's desk is there for those who lead it, and for nobody else", async ({ as, visitor }) => {
  const [leader, handler, reader] = [await as("leader"), await as("handler"), await visitor()];
  await leader.goto("/desk/sessions");
  await leader.getByRole("link", { name: "老楼装电梯：谁同意、谁出钱" }).click();
  await expect(leader.getByRole("button", { name: "开始答问" })).toBeVisible();
  await leader.getByRole("button", { name: "开始答问" }).click();
  await expect(refusal(leader, "最早可以提前 30 分钟开始")).toBeVisible();
  const desk = new URL(leader.url()).pathname;
  expect((await handler.goto(desk))?.status()).toBe(404);
  await reader.goto(desk);
  await expect(reader).toHaveURL(/\/sign-in/);
});

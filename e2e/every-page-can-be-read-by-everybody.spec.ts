import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, type Role, test } from "./fixtures.ts";

/** Whose page it is; nobody's are the square's. */
const pages: [who: Role | null, path: string][] = [
  [null, "/"],
  [null, "/leaders"],
  [null, "/leaders/shuji"],
  [null, "/offices/jiaotong"],
  [null, "/letters"],
  [null, "/letters/HY-2011-00004"],
  [null, "/directory"],
  [null, "/statistics"],
  [null, "/statistics/letters?what=answered"],
  [null, "/letters/HY-2011-00001/signers"],
  [null, "/log"],
  [null, "/stories"],
  [null, "/broadcasts"],
  [null, "/assessment"],
  [null, "/assessment/call-backs"],
  [null, "/rate/AAAAAAAAAAAAAAAA"],
  [null, "/ledger"],
  [null, "/look-up"],
  [null, "/search?q=水压"],
  [null, "/suggestions"],
  [null, "/sessions"],
  [null, "/unsubscribe/1-own-0"],
  [null, "/confirm-address/none"],
  [null, "/sign-in"],
  [null, "/appeals"],
  [null, "/appeals?show=over"],
  ["citizen", "/write"],
  ["citizen", "/appeals/new"],
  ["citizen", "/me"],
  ["citizen", "/me/close"],
  ["citizen", "/me/following"],
  ["citizen", "/me/reports"],
  ["citizen", "/me/moderated"],
  ["citizen", "/report?of=comment:1"],
  ["citizen", "/me/bookmarks"],
  ["citizen", "/me/mentions"],
  ["handler", "/desk/mentions"],
  ["citizen", "/me/notices"],
  ["citizen", "/me/notices/settings"],
  ["triage", "/desk/letters"],
  ["triage", "/desk/letters?waits=decision"],
  ["triage", "/desk/appeals"],
  ["triage", "/desk/letters/HY-2026-00011"],
  ["operator", "/desk/directory"],
  ["handler", "/desk/letters"],
  ["handler", "/me/notices"],
  ["operator", "/desk/enter"],
  ["moderator", "/desk/comments"],
  ["moderator", "/desk/comments/bulk"],
  ["moderator", "/desk/moderation/contests"],
  ["moderator", "/desk/moderation/words"],
  ["moderator", "/desk/moderation/votes"],
  ["leader", "/desk/today"],
  ["leader", "/desk/today/wordings"],
  ["leader", "/desk/comments"],
  ["leader", "/desk/owed"],
  ["leader", "/desk/warnings"],
  ["leader", "/desk/posts"],
  ["leader", "/desk/sessions"],
  ["editor", "/desk/posts"],
  ["supervisor", "/desk/lights"],
  ["supervisor", "/desk/call-backs"],
  ["supervisor", "/desk/assessment"],
  ["supervisor", "/desk/orders"],
  ["administrator", "/desk/administration"],
  ["administrator", "/desk/administration/calendar"],
  ["administrator", "/desk/administration/policies"],
  ["administrator", "/desk/administration/retention"],
  ["administrator", "/desk/assessment"],
];

const looks = [
  { name: "light, 1280 px", options: { colorScheme: "light", viewport: { width: 1280, height: 900 } } },
  // Tall, so that the bar at the foot covers nothing: axe takes what could be scrolled free for too small to touch.
  { name: "dark, 360 px", options: { colorScheme: "dark", viewport: { width: 360, height: 16_000 } } },
] as const;

async function violationsOn(page: Page, path: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html).slice(0, 2)}`);
}

for (const { name, options } of looks) {
  for (const who of [...new Set(pages.map(([role]) => role))]) {
    test(`axe finds nothing on the pages of ${who ?? "everybody"}: ${name}`, async ({ as, visitor }) => {
      test.slow();
      const page = who ? await as(who, options) : await visitor(options);
      for (const path of pages
        .filter(([role]) => role === who)
        .flatMap(([, at]) => [at, `/en${at.replace(/^\/$/, "")}`])) {
        await page.goto(path);
        const found = await violationsOn(page, path);
        expect.soft(found).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect.soft(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });
  }
}

/** Who takes the step, and which: its form opens within the first letter of their queue on which it can be taken. */
const forms: [who: Role, step: string][] = [
  ["operator", "accept"],
  ["handler", "extend"],
  ["leader", "instruct"],
  ["triage", "overrule"],
  ["supervisor", "order"],
];

for (const [who, step] of forms) {
  test(`axe finds nothing on the form of a step: ${step}`, async ({ as }) => {
    test.slow();
    const page = await as(who, looks[1].options);
    await page.goto(`/desk/letters?step=${step}`);
    const letter = page.locator("a[href^='/desk/letters/']").filter({ hasText: /\S/ }).first();
    const path = (await letter.getAttribute("href"))!.replace(/[?#].*$/, "");
    for (const at of [path, `/en${path}`]) {
      await page.goto(`${at}?do=${step}`);
      await expect(page.locator("#do")).toBeVisible();
      expect(await violationsOn(page, at)).toEqual([]);
    }
  });
}

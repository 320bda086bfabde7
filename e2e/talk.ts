import { expect, type Locator, type Page } from "@playwright/test";
import { openUntil } from "./hear.ts";

/** Something nobody else writes in this run: journeys share one platform. */
export const unique = (words: string) => `${words}（${Math.random().toString(36).slice(2, 8)}）`;

/** The discussion under the newest post of a stream; the questions of a live session are another page's. */
export async function openDiscussion(page: Page, stream = "/leaders/shizhang"): Promise<void> {
  await page.goto(stream);
  const talked = page.getByRole("article").filter({ hasNotText: "在线问政" });
  await talked.getByRole("link", { name: /^评论/ }).first().click();
  await expect(page.getByRole("heading", { name: /^评论 [\d,]+ 条/ })).toBeVisible();
}

/** Writes a comment on the post that is open and sees it there. */
export async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel("评论内容").fill(words);
  await page.getByRole("button", { name: "发表" }).click();
  await expect(comment(page, words)).toBeVisible();
}

/** A first-level comment, with its votes. */
export const comment = (page: Page, words: string): Locator => page.getByRole("listitem").filter({ hasText: words });

export type Choice = "赞成" | "反对";

export const votesOn = (place: Locator, choice: Choice): Locator =>
  place.getByRole("button", { name: new RegExp(`^${choice}`) });

/** Opens the post on which somebody else is, the newest comments first, until what they said is there. */
export async function comeTo(page: Page, other: Page, words: string): Promise<void> {
  await openUntil(page, `${new URL(other.url()).pathname}?sort=newest`, comment(page, words));
}

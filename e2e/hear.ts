import { expect, type Locator, type Page } from "@playwright/test";

/** A no in words, or the list of what is to be mended. */
export const refusal = (page: Page, words: string | RegExp): Locator =>
  page.getByRole("alert").filter({ hasText: words });

/** What has just been done, as the page says it. */
export const said = (page: Page, words: string | RegExp): Locator =>
  page.getByRole("status").filter({ hasText: words });

/** Opens a page of the square until it shows this: kept bytes may be a second old for everybody but the one who wrote. */
export async function openUntil(page: Page, path: string, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(shown).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

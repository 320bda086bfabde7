import type { Locator, Page } from "@playwright/test";

/** A no in words, or the list of what is to be mended. */
export const refusal = (page: Page, words: string | RegExp): Locator =>
  page.getByRole("alert").filter({ hasText: words });

/** What has just been done, as the page says it. */
export const said = (page: Page, words: string | RegExp): Locator =>
  page.getByRole("status").filter({ hasText: words });

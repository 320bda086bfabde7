import type { Page } from "@playwright/test";

/** A region's editor writes on many streams and takes one from a list. */
export async function chooseStream(page: Page, name: string): Promise<void> {
  await page.goto("/desk/posts");
  await page.getByLabel("写在哪个微博主页").selectOption({ label: name });
  await page.getByRole("button", { name: "换到这里" }).click();
}

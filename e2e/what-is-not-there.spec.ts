import { expect, test } from "./fixtures.ts";

test("a page that is not there says so without scripts too, in either language", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  for (const path of ["/letters/HY-2026-99999", "/posts/999999", "/posts/%FF", "/leaders/a%00b", "/nowhere"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { name: "没有这一页" }), path).toBeVisible();
    await expect(page.getByRole("link", { name: "查进度" }), path).toBeVisible();
  }
  await page.goto("/en/posts/999999");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("link", { name: "首页" })).toHaveCount(0);
});

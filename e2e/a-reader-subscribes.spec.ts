import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openDiscussion, say, unique } from "./talk.ts";

interface Feed {
  broken: boolean;
  titles: string[];
  words: string;
  next: string | null;
}

/** Reads a feed as a browser's own XML parser reads it. */
const readFeed = (page: Page, address: string): Promise<Feed> =>
  page.evaluate(async (path) => {
    const xml = new DOMParser().parseFromString(await (await fetch(path)).text(), "application/xml");
    return {
      broken: xml.querySelector("parsererror") !== null,
      titles: [...xml.querySelectorAll("entry > title")].map((title) => title.textContent ?? ""),
      words: [...xml.querySelectorAll("entry > content")].map((content) => content.textContent).join("\n"),
      next: xml.querySelector("feed > link[rel=next]")?.getAttribute("href") ?? null,
    };
  }, address);

test("a reader finds a feed at the foot and in the head of each list, and older entries behind it", async ({
  visitor,
}) => {
  const page = await visitor();
  for (const path of ["/", "/leaders/shizhang", "/offices/jiaotong", "/letters", "/letters/HY-2011-00004", "/ledger"]) {
    await page.goto(path);
    const address = await page.getByRole("link", { name: "订阅（Atom）" }).getAttribute("href");
    await expect(page.locator('link[rel=alternate][type="application/atom+xml"]')).toHaveAttribute(
      "href",
      new RegExp(`${address!.replaceAll(".", "\\.")}$`),
    );
    const feed = await readFeed(page, address!);
    expect(feed.broken, path).toBe(false);
    expect(feed.titles.length, path).toBeGreaterThan(0);
  }
  const first = await readFeed(page, "/letters.atom");
  const second = await readFeed(page, new URL(first.next!).pathname + new URL(first.next!).search);
  expect(second.titles.length).toBeGreaterThan(0);
  expect(first.titles.filter((title) => second.titles.includes(title))).toEqual([]);

  const fresh = await page.request.get("/letters.atom");
  const again = await page.request.get("/letters.atom", { headers: { "if-none-match": fresh.headers().etag! } });
  expect([fresh.headers()["content-type"], again.status()]).toEqual(["application/atom+xml; charset=utf-8", 304]);
  expect((await page.request.get("/look-up.atom")).status()).toBe(404);
});

test("whatever was said under a tag arrives in its feed within moments, as words, in both languages", async ({
  citizen: enter,
}) => {
  const page = await enter();
  await openDiscussion(page);
  const tag = unique("订阅").replace(/[（）]/g, "");
  await say(page, `#${tag}# ]]> & <b>粗</b> "引号"`);
  for (const prefix of ["", "/en"]) {
    await expect(async () => {
      const feed = await readFeed(page, `${prefix}/topics/${encodeURIComponent(tag)}.atom`);
      expect(feed.broken).toBe(false);
      expect(feed.words).toContain("]]&gt; &amp; &lt;b&gt;粗&lt;/b&gt;");
    }).toPass({ timeout: 10_000 });
  }
});

test("a shared letter and a shared post carry a picture of their public words", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/");
  const post = await page.getByRole("link", { name: /^评论/ }).first().getAttribute("href");
  for (const path of ["/letters/HY-2011-00004", post!, "/leaders/shizhang"]) {
    await page.goto(path);
    const image = await page.locator('meta[property="og:image"]').getAttribute("content");
    await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute("content", "summary_large_image");
    const size = await page.evaluate(async (address) => {
      const picture = new Image();
      picture.src = new URL(address).pathname;
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight];
    }, image!);
    expect(size, path).toEqual([1200, 630]);
  }
  expect((await page.request.get("/posts/999999999/preview.png")).status()).toBe(404);
});

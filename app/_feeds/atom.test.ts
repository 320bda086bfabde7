import { DOMParser } from "@xmldom/xmldom";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { address } from "#components/ui/address.ts";
import { atom, type Feed } from "./atom.ts";
import { htmlOf } from "./html.ts";

const at = new Date("2026-09-18T02:00:00Z");
const publisher = {
  site: "https://gongpu.example",
  name: "公仆",
  language: "zh-CN",
  at: (path: string) => address("zh-CN", path),
};

const feedOf = (said: string): Feed => ({
  title: said,
  page: "/topics/路灯",
  self: "/topics/路灯.atom",
  next: "/topics/路灯.atom?after=post-7",
  first: null,
  entries: [
    { id: "posts/7", title: said, href: "/posts/7", published: at, updated: at, author: said, html: htmlOf(said) },
  ],
});

/** Throws on whatever is not well formed. */
const parsed = (xml: string) => new DOMParser().parseFromString(xml, "application/xml");
const textOf = (xml: string, name: string) => parsed(xml).getElementsByTagName(name)[0]?.textContent;

describe("a feed", () => {
  test("names itself, its page, its older entries and each entry for ever", () => {
    const xml = atom(feedOf("路灯修好了。"), publisher);
    expect(textOf(xml, "id")).toBe("tag:gongpu.example,2026:topics/路灯");
    expect(parsed(xml).getElementsByTagName("id")[1]?.textContent).toBe("tag:gongpu.example,2026:posts/7");
    expect(textOf(xml, "updated")).toBe("2026-09-18T02:00:00.000Z");
    const links = [...parsed(xml).getElementsByTagName("link")].map((link) => [
      link.getAttribute("rel"),
      link.getAttribute("href"),
    ]);
    expect(links.slice(0, 3)).toEqual([
      ["self", "https://gongpu.example/topics/路灯.atom"],
      ["alternate", "https://gongpu.example/topics/路灯"],
      ["next", "https://gongpu.example/topics/路灯.atom?after=post-7"],
    ]);
  });

  test.each([
    ["</title><script>alert(1)</script>", "</title><script>alert(1)</script>"],
    ["]]> & &amp; \"'", "]]> & &amp; \"'"],
    ["a\u0000b\u0008c\u000Bd\uFFFEe\uD800f\u0085g", "abcdefg"],
    ["\u202Egnp.exe\u2066", "gnp.exe"],
  ])("keeps %j what it is: words", (said, kept) => {
    const xml = atom(feedOf(said), publisher);
    expect(textOf(xml, "title")).toBe(kept);
    expect(textOf(xml, "content")).not.toMatch(/<script/);
  });

  test("is well formed whatever was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (said) => {
        expect(() => parsed(atom(feedOf(said), publisher))).not.toThrow();
      }),
    );
  });

  test("in which nothing was said yet is one all the same", () => {
    const xml = atom({ ...feedOf("空"), entries: [] }, publisher);
    expect(textOf(xml, "updated")).toBe("1970-01-01T00:00:00.000Z");
  });
});

test("what was written is paragraphs with links, and no markup of its own", () => {
  expect(htmlOf("一\n二\n\nhttps://a.example/?b=1&c <b>")).toBe(
    '<p>一<br/>二</p><p><a href="https://a.example/?b=1&amp;c" rel="nofollow ugc">https://a.example/?b=1&amp;c</a> &lt;b&gt;</p>',
  );
});

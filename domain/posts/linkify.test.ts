import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkify } from "./linkify.ts";

const links = (text: string) => linkify(text).flatMap((part) => (part.href ? [part.href] : []));

describe("links in a text", () => {
  test("end where the sentence goes on", () => {
    expect(linkify("请看http://www.heyuan.gov.cn/a?b=1，谢谢。")).toEqual([
      { text: "请看" },
      { text: "http://www.heyuan.gov.cn/a?b=1", href: "http://www.heyuan.gov.cn/a?b=1" },
      { text: "，谢谢。" },
    ]);
    expect(links("(see https://example.org/a_(b).)")).toEqual(["https://example.org/a_(b)"]);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://example.org/",
    "http://",
    "https://用户:密码@example.org/",
  ])("are not made of %s", (text) => expect(links(text)).toEqual([]));

  test("never lead anywhere but to http and https, and lose no character", () => {
    const pieces = fc.constantFrom(
      "http://",
      "https://",
      "javascript:",
      "a.cn",
      "/?x=(",
      ")",
      "，",
      "@",
      ":",
      " ",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 12 }), (all) => {
        const text = all.join("");
        expect(
          linkify(text)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
        for (const href of links(text)) expect(href).toMatch(/^https?:\/\//);
      }),
    );
  });
});

test("names somebody where a name was found to be somebody's, the longest first, and in no address", () => {
  const mentions = [
    { name: "市长", href: "/leaders/mayor" },
    { name: "市长热线办", href: "/offices/hotline" },
    { name: "小河", href: null },
  ];
  expect(linkify("@市长热线办和＠市长，@小河 @别人 https://a.example/@市长", mentions)).toEqual([
    { text: "@市长热线办", whom: mentions[1] },
    { text: "和" },
    { text: "＠市长", whom: mentions[0] },
    { text: "，" },
    { text: "@小河", whom: mentions[2] },
    { text: " @别人 " },
    { text: "https://a.example/@市长", href: "https://a.example/@%E5%B8%82%E9%95%BF" },
  ]);
});

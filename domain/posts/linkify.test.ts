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

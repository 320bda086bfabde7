import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readable, withoutSlash } from "./readable.ts";

describe("an address", () => {
  test("that can be read stays as it is, letter for letter", () => {
    for (const url of ["/", "/letters?region=%E6%B2%B3&after=3", "/posts/1%2F2", "/a%20b?c=%25#d", "/%e6%b2%b3"]) {
      expect(readable(url)).toBe(url);
    }
  });

  test("with bytes that are no text, half an escape or a NUL can be read afterwards", () => {
    expect(readable("/posts/%FF")).toBe("/posts/%EF%BF%BD");
    expect(readable("/letters?office=a%00b")).toBe("/letters?office=a%EF%BF%BDb");
    expect(readable("/leaders/%.json")).toBe("/leaders/%25.json");
    expect(readable("/%2F%FF")).toBe("/%2F%EF%BF%BD");
  });

  test("can always be read, whatever stands in it", () => {
    const part = fc.oneof(fc.constantFrom("%", "%0", "%00", "%C3", "%ED%A0%80", "%2F", "/", "?a="), fc.webUrl());
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(decodeURIComponent(readable(parts.join("")))).not.toContain("\0");
      }),
    );
  });
});

test("a slash at the end is taken off, and nothing else of the address", () => {
  expect(withoutSlash("/en/posts/1/")).toBe("/en/posts/1");
  expect(withoutSlash("/letters/?state=closed&q=a/")).toBe("/letters?state=closed&q=a/");
  expect(withoutSlash("/en/")).toBe("/en");
  for (const url of ["/", "/?a=/", "/posts/1", "//elsewhere.example/", "/\\elsewhere.example/", "/log?after=3/"])
    expect(withoutSlash(url)).toBeNull();
});

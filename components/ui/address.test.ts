import { describe, expect, test } from "vitest";
import { address, inOtherLanguage, withQuery } from "#components/ui/address.ts";

describe("an address in a language", () => {
  test.each([
    ["/", "/en"],
    ["/?after=3", "/en?after=3"],
    ["/letters", "/en/letters"],
    ["/letters?state=open#list", "/en/letters?state=open#list"],
    ["/energy", "/en/energy"],
    ["/en/letters", "/en/letters"],
    ["/en", "/en"],
    ["/api/look", "/api/look"],
    ["#main", "#main"],
    ["https://example.org/", "https://example.org/"],
    ["//example.org/", "//example.org/"],
  ])("%s is %s in English", (path, english) => expect(address("en", path)).toBe(english));

  test("Chinese has no prefix", () => expect(address("zh-CN", "/letters")).toBe("/letters"));
  test("the other language is the same page", () => {
    expect(inOtherLanguage("zh-CN", "/letters")).toBe("/en/letters");
    expect(inOtherLanguage("en", "/letters")).toBe("/letters");
  });
});

test("a query keeps only what says something, and what is said stays one value", () => {
  expect(withQuery("/", { sort: null, after: undefined })).toBe("/");
  expect(withQuery("/", { sort: "hottest", after: 12, kind: null })).toBe("/?sort=hottest&after=12");
  expect(withQuery("/letters", { place: "a&b=c" })).toBe("/letters?place=a%26b%3Dc");
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

describe("the path after signing in", () => {
  test.each(["/", "/me", "/en/posts/7?sort=new#c12", "/letters/HY-2026-00012"])("%s is ours", (path) =>
    expect(ownPath(path)).toBe(path),
  );

  test.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/%2e//evil.example",
    "/sign-in",
    "/en/sign-in?callbackUrl=/me",
    "",
    undefined,
    ["/me"],
  ])("%j leads home", (wanted) => expect(ownPath(wanted)).toBe("/"));

  test("never leads off the site, whatever it is", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("/", "\\", ".", "%2e", "%2f", "a", "\t", "@", ":", "?", "#")), (parts) => {
        const end = new URL(ownPath(parts.join("")), "https://gongpu.example");
        return end.origin === "https://gongpu.example";
      }),
      { numRuns: 2_000 },
    );
  });
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { letterDocument } from "./letter-document.ts";

test("docs/letter.md says what the table of steps says", () => {
  expect(readFileSync(new URL("../docs/letter.md", import.meta.url), "utf8")).toBe(letterDocument());
});

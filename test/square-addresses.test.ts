import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { feedAddresses } from "#app/_feeds/feeds.ts";
import { twinAddresses } from "#app/_square/twins.ts";
import { queryOf } from "#server/page-cache/square.ts";

/** `/posts/[id]` as `/posts/*`. */
const pages = readdirSync("app/(square)", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, "").replaceAll(/\[[^\]]+\]/g, "*")}`);

/** They stand among the sections and show nothing of the record: a form for number and code, which says what was wrong. */
const forms = ["/look-up"];
const record = pages.filter((address) => !forms.includes(address));

test("every page of the square has a JSON twin, and no other address has", () => {
  expect([...twinAddresses].sort()).toEqual(record.toSorted());
});

test.each(record)("%s and its twin are held in front of Next, for the same queries", (address) => {
  const page = address.replace("/letters/*", "/letters/HY-2026-00012").replaceAll("*", "12");
  const twin = page === "/" ? "/index.json" : `${page}.json`;
  expect(queryOf(page)).not.toBeNull();
  expect(queryOf(twin)).toEqual(queryOf(page));
});

test.each(forms)("%s is one reader's own answer and kept for nobody", (address) => {
  expect(pages).toContain(address);
  expect(queryOf(address)).toBeNull();
});

test.each(feedAddresses)("the feed of %s is held in front of Next, for the same queries as its page", (address) => {
  const page = address.replace("/letters/*", "/letters/HY-2026-00012").replaceAll("*", "12");
  expect(queryOf(page)).not.toBeNull();
  expect(queryOf(page === "/" ? "/index.atom" : `${page}.atom`)).toEqual(queryOf(page));
});

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { askedFor } from "./asked.ts";
import { queryOf } from "./square.ts";

const pages = join(import.meta.dirname, "../../app/(square)");

/** For each part of an address that names something, a name. */
const examples: Record<string, string> = {
  id: "12",
  handle: "mayor",
  slug: "jiaotong",
  no: "HY-2026-00012",
  n: "3",
  name: "%E8%B7%AF%E7%81%AF",
  period: "2026-10",
  month: "2026-10",
};

/** These lie beside the public record and answer one person's question: they are rendered each time. */
const personal = ["/look-up"];

const addresses = readdirSync(pages, { recursive: true, encoding: "utf8" })
  .filter((file) => /(?:^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`);

test("every page of the square is kept, under the address it has", () => {
  expect(addresses).toContain("/posts/[id]");
  const unknown = addresses.filter((address) => {
    const example = address.replace(/\[(\w+)\]/g, (_, part: string) => examples[part] ?? `no example for ${part}`);
    return queryOf(example) === null;
  });
  expect(unknown).toEqual(personal);
});

test("the pages of one person are not", () => {
  for (const path of [
    "/me",
    "/desk",
    "/write",
    "/sign-in",
    "/letters/HY-2026-00012/act",
    "/posts/12/comment",
    "/api/me",
    "/up",
  ]) {
    expect(queryOf(path)).toBeNull();
  }
});

test("an address is one page whatever else stands in its query, in whatever order", () => {
  const key = (url: string) => askedFor(url)?.key;
  expect(key("/letters?state=answered&lamp=red")).toBe(key("/letters?utm=1&lamp=red&x&state=answered&state=refused"));
  expect(key("/letters?state=")).toBe("/letters");
  expect(key(`/letters?after=${"9".repeat(121)}`)).toBe("/letters");
  expect(key(`/search?q=${"x".repeat(1_000)}`)).toBe(key(`/search?q=${"x".repeat(120)}`));
  expect(key("/index.json")).not.toBe(key("/"));
  expect(askedFor("/posts/12?since=7&after=5")).toMatchObject({ key: "/posts/12?after=5", since: 7 });
  for (const since of ["-1", "1.5", "x", ""]) expect(askedFor(`/?since=${since}`)?.since).toBeNull();
});

import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { inWords } from "./in-words.ts";

const empty = '<!DOCTYPE html><html id="__next_error__"><body></body></html>';

/** What Next does: an empty document for a page that is not there or breaks, words for an address it does not know. */
const next: RequestListener = ({ url, headers }, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (url === "/-") {
    response.statusCode = 404;
    response.end(headers["x-language"] === "en" ? "<h1>No such page</h1>" : "<h1>没有这一页</h1>");
    return;
  }
  if (url === "/unreadable") {
    response.statusCode = 500;
    response.removeHeader("content-type");
    response.end("Internal Server Error");
    return;
  }
  response.statusCode = url === "/gone" ? 404 : url === "/broken" ? 500 : 200;
  response.flushHeaders();
  response.write(empty.slice(0, 20));
  response.write(empty.slice(20), () => response.end());
};

const http = createServer(inWords(next, "http://gongpu.test"));
await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
afterAll(() => http.close());

const read = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
  const answer = await fetch(base + path, { method, headers: { accept: "text/html", ...headers } });
  return { status: answer.status, html: await answer.text(), policy: answer.headers.get("content-security-policy") };
};

describe("a page that is not there", () => {
  test("says so in the reader's language to who has no scripts, each time", async () => {
    for (let n = 0; n < 2; n += 1) {
      expect(await read("/gone")).toMatchObject({ status: 404, html: "<h1>没有这一页</h1>" });
      expect(await read("/gone", { "x-language": "en" })).toMatchObject({ status: 404, html: "<h1>No such page</h1>" });
    }
    expect((await read("/gone")).policy).toContain("script-src 'self'");
    expect(await read("/gone", {}, "HEAD")).toMatchObject({ status: 404, html: "" });
  });

  test("is left to Next's own scripts as it is, and so is every page that is there", async () => {
    expect((await read("/gone", { rsc: "1" })).html).toBe(empty);
    expect((await read("/gone", { accept: "application/json" })).html).toBe(empty);
    expect(await read("/letters")).toMatchObject({ status: 200, html: empty, policy: null });
  });
});

test("a page that breaks, and a form that Next cannot read, are owned up to in words", async () => {
  for (const path of ["/broken", "/unreadable"]) {
    const { status, html } = await read(path, {}, "POST");
    expect(status).toBe(500);
    expect(html).toContain("这是我们的错");
  }
});

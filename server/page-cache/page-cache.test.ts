import { createHash } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type RequestListener, request } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { createPageCache } from "./page-cache.ts";

const html = `<!doctype html><script>let n = 1</script><script src="/_next/static/a.js"></script><p style="color:red">${"公仆 ".repeat(200)}</p>`;

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** The cache before something that stands for Next and remembers what it was asked. */
async function running(answer?: RequestListener, { keeps = true } = {}) {
  const asked: { url: string; headers: IncomingHttpHeaders }[] = [];
  const pages = createPageCache({ publicUrl: "http://gongpu.test", keeps, position: 41, told: async () => true });
  const next: RequestListener = (incoming, response) => {
    asked.push({ url: incoming.url!, headers: { ...incoming.headers } });
    const render = incoming.headers["x-render"];
    if (render) pages.shows(String(render), ["home"]);
    if (answer) return answer(incoming, response);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.write(html.slice(0, 100));
    setImmediate(() => response.end(html.slice(100)));
  };
  const http = createServer(pages.before(next));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void http.close());
  const { port } = http.address() as AddressInfo;
  const get = (path: string, headers: Record<string, string> = {}, method = "GET", sent?: Buffer) =>
    new Promise<Got>((resolve, reject) => {
      const going = request({ port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      going.on("error", reject).end(sent);
    });
  return { asked, get, pages };
}

describe("a square page", () => {
  test("is asked of Next without anything of the reader's", async () => {
    const { asked, get } = await running();
    await get("/en/letters?state=answered&utm_source=x", {
      cookie: "next-auth.session-token=secret",
      "user-agent": "somebody",
      "x-render": "forged",
      "x-language": "zh-CN",
      "x-forwarded-host": "elsewhere.example",
      authorization: "Basic x",
    });
    expect(asked[0]!.url).toBe("/letters?state=answered");
    expect(asked[0]!.headers).toEqual({
      host: "gongpu.test",
      accept: "text/html,application/json",
      "x-forwarded-proto": "http",
      "x-render": expect.stringMatching(/^[0-9a-f-]{36}$/),
      "x-language": "en",
      "x-path": "/letters?state=answered",
      "x-position": "41",
    });
  });

  test("is the same page under every query that does not count, and another in another language", async () => {
    const { asked, get } = await running();
    for (const path of ["/", "/?utm_source=x", "/?since=3", "/?sort=", "/en", "/en/", "/en?x=1"]) await get(path);
    expect(asked.map(({ headers }) => headers["x-language"])).toEqual(["zh-CN", "en"]);
  });

  test("comes in the coding that the browser knows, complete, with the same bytes beneath", async () => {
    const { get, asked } = await running();
    const br = await get("/", { "accept-encoding": "gzip, deflate, br" });
    const gz = await get("/", { "accept-encoding": "gzip, br;q=0" });
    const plain = await get("/");
    expect([br, gz, plain].map(({ headers }) => headers["content-encoding"])).toEqual(["br", "gzip", undefined]);
    for (const body of [brotliDecompressSync(br.body), gunzipSync(gz.body), plain.body])
      expect(body.toString()).toBe(html);
    expect(Number(br.headers["content-length"])).toBe(br.body.length);
    expect(asked.length).toBe(1);
  });

  test("says how it may be kept, what it shows, and which scripts are its own", async () => {
    const { get } = await running();
    const { headers } = await get("/");
    expect(headers["cache-control"]).toBe(
      "public, max-age=0, s-maxage=5, stale-while-revalidate=60, stale-if-error=300",
    );
    expect(headers).toMatchObject({
      "cache-tag": "home",
      vary: "accept-encoding",
      "x-content-type-options": "nosniff",
    });
    const policy = headers["content-security-policy"]!;
    expect(policy).toContain(
      `script-src 'self' 'sha256-${createHash("sha256").update("let n = 1").digest("base64")}';`,
    );
    expect(policy).toContain("style-src-attr 'unsafe-hashes' 'sha256-");
    expect(policy).not.toContain("unsafe-inline");
  });

  test("is not sent again to whoever has it, and has a head without a body", async () => {
    const { get } = await running();
    const { headers } = await get("/");
    const again = await get("/", { "if-none-match": headers.etag! });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const head = await get("/", {}, "HEAD");
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([
      200,
      0,
      String(Buffer.byteLength(html)),
    ]);
  });

  test("that somebody gets who has just written is not shared", async () => {
    const { get } = await running();
    expect((await get("/?since=3")).headers["cache-control"]).toBe("private, no-store");
    expect((await get("/")).headers["cache-control"]).toMatch(/^public/);
  });

  test("in English greets whoever read English last, on a first visit only", async () => {
    const { get } = await running();
    await get("/");
    const english = { cookie: "look=dark; language=en" };
    expect((await get("/", english)).headers.location).toBe("/en");
    expect((await get("/", { ...english, "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await get("/letters", english)).status).toBe(200);
  });

  test("that cannot be rendered fails in words, and is tried again", async () => {
    const { get, asked } = await running((_, response) => void response.destroy(new Error("broke off")));
    expect((await get("/")).status).toBe(500);
    expect((await get("/")).headers["retry-after"]).toBe("1");
    expect(asked.length).toBe(2);
  });
});

describe("everything else", () => {
  test("goes to Next with its cookies, its language in a header, and nothing forged", async () => {
    const { asked, get } = await running();
    await get("/en/me?x=1", {
      cookie: "a=b",
      accept: "text/html",
      "x-render": "forged",
      "x-nonce": "forged",
      "x-middleware-subrequest": "forged",
      "x-position": "9999",
      "x-forwarded-for": "6.6.6.6, 10.0.0.9",
      "content-security-policy": "script-src 'nonce-forged'",
    });
    const { url, headers } = asked[0]!;
    expect(url).toBe("/me?x=1");
    expect(headers).toMatchObject({
      cookie: "a=b",
      "x-language": "en",
      "x-path": "/me?x=1",
      "x-forwarded-for": "10.0.0.9",
    });
    expect([headers["x-render"], headers["x-position"]]).toEqual([undefined, "41"]);
    expect(headers["x-middleware-subrequest"]).toBeUndefined();
    expect(JSON.stringify(headers)).not.toContain("forged");
  });

  test("is answered in the language of the page that it was sent from, when its own address has none", async () => {
    const { asked, get } = await running();
    await get("/api/votes", { referer: "http://gongpu.test/en/posts/7" }, "POST");
    await get("/api/votes", { referer: "http://gongpu.test/posts/7" }, "POST");
    await get("/me", { referer: "http://gongpu.test/en/posts/7" });
    expect(asked.map(({ headers }) => headers["x-language"])).toEqual(["en", "zh-CN", "zh-CN"]);
  });

  test("has a word of its own for its scripts, a new one each time", async () => {
    const { asked, get } = await running();
    const policies = [];
    for (let n = 0; n < 2; n += 1)
      policies.push((await get("/me", { accept: "text/html" })).headers["content-security-policy"]);
    expect(policies[0]).toContain(`'nonce-${asked[0]!.headers["x-nonce"]}'`);
    expect(policies[0]).not.toBe(policies[1]);
    expect(asked[0]!.headers["content-security-policy"]).toBe(policies[0]);
  });

  test("is refused when a page of another site writes it", async () => {
    const { asked, get } = await running();
    const from = async (origin: string | undefined, method = "POST") =>
      (await get("/sign-in", { host: "127.0.0.1:8080", ...(origin && { origin }) }, method)).status;
    expect(
      await Promise.all(["https://elsewhere.example", "http://127.0.0.1:81", "null"].map((one) => from(one))),
    ).toEqual([403, 403, 403]);
    expect(asked).toEqual([]);
    expect(
      await Promise.all(["http://127.0.0.1:8080", "http://gongpu.test", undefined].map((one) => from(one))),
    ).toEqual([200, 200, 200]);
    expect(await from("https://elsewhere.example", "GET")).toBe(200);
  });

  test("is refused when it is too large to be read, in an answer that also reaches who is still sending", async () => {
    const { asked, get } = await running();
    const { status, body } = await get("/write", {}, "POST", Buffer.alloc(12 * 1024 * 1024));
    expect([status, body.toString()]).toEqual([413, expect.stringContaining("每张最多 10 MB")]);
    expect(asked).toEqual([]);
  });

  test("is never kept: writes, requests of Next's own router, pages while developing", async () => {
    const { asked, get } = await running();
    for (let n = 0; n < 2; n += 1) {
      await get("/", {}, "POST");
      await get("/", { rsc: "1" });
    }
    expect(asked.length).toBe(4);
    const developing = await running(undefined, { keeps: false });
    for (let n = 0; n < 2; n += 1) await developing.get("/");
    expect(developing.asked.length).toBe(2);
  });
});

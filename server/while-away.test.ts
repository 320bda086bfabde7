import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { answerWhileAway } from "./while-away.ts";

let away = true;
const pages: RequestListener = (_, response) => void response.end("the page");
const http = createServer(answerWhileAway(pages, () => away));
await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
afterAll(() => http.close());

const browser = { accept: "text/html,application/xhtml+xml" };

describe("while the database is away", () => {
  test("a page is refused in words, in the reader's language, with the time to come again", async () => {
    const chinese = await fetch(`${base}/desk/letters`, { headers: browser });
    expect([chinese.status, chinese.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await chinese.text()).toContain("数据库暂时没有回答，我们正在等它恢复");
    const english = await fetch(`${base}/me`, { headers: { ...browser, "x-language": "en" } });
    expect(await english.text()).toContain("the database does not answer, and we are waiting for it");
  });

  test("a form comes back with what was typed, ready to be sent again, and nothing in it runs", async () => {
    const body = new URLSearchParams({ postId: "7", body: "\n四楼没水 </textarea><script>x</script>" });
    const answer = await fetch(`${base}/api/comments`, { method: "POST", body, headers: browser });
    const html = await answer.text();
    expect(answer.status).toBe(503);
    expect(html).toContain('action="/api/comments"');
    expect(html).toContain('<input type="hidden" name="postId" value="7">');
    expect(html).toContain("\n\n四楼没水 &lt;/textarea&gt;&lt;script&gt;x&lt;/script&gt;</textarea>");
    expect(answer.headers.get("content-security-policy")).toMatch(/script-src 'self';/);
  });

  test("a form of the desk keeps what finds its action, and how it is sent", async () => {
    const body = new FormData();
    body.append("$ACTION_ID_4f", "");
    body.append("words", "请补充门牌号。");
    const answer = await fetch(`${base}/desk/letters/HY-2026-00001`, { method: "POST", body, headers: browser });
    const html = await answer.text();
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).toContain('<input type="hidden" name="$ACTION_ID_4f" value="">');
    expect(html).toContain("请补充门牌号。</textarea>");
  });

  test("a secret is not sent back, and neither is what is too long", async () => {
    const signIn = new URLSearchParams({ name: "gang01", password: "correct horse", totp: "123456" });
    const lookUp = new URLSearchParams({ number: "HY-2026-00001", code: "ACDEFGHJ" });
    const long = new URLSearchParams({ body: "长".repeat(200_000) });
    for (const body of [signIn, lookUp, long]) {
      const answer = await fetch(`${base}/sign-in`, { method: "POST", body, headers: browser });
      const html = await answer.text();
      expect(answer.status).toBe(503);
      expect(html).not.toMatch(/correct horse|ACDEFGHJ|长长/);
      expect(html).toContain("请用浏览器的“后退”");
    }
  });

  test("a script is refused in JSON", async () => {
    const written = await fetch(`${base}/api/votes`, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect([written.status, await written.json()]).toMatchObject([503, { refusal: "unavailable" }]);
    const twin = await fetch(`${base}/letters.json?after=3`, { headers: browser });
    expect([twin.status, await twin.json()]).toMatchObject([503, { refusal: "unavailable" }]);
  });

  test("what needs no database is answered as ever", async () => {
    for (const [path, headers] of [
      ["/up", {}],
      ["/_next/static/chunk.js", {}],
      ["/desk/letters", { "next-action": "4f" }],
    ] as const) {
      expect(await (await fetch(base + path, { headers })).text()).toBe("the page");
    }
  });
});

test("with the database back everything goes to the pages again", async () => {
  away = false;
  expect(await (await fetch(`${base}/desk/letters`, { headers: browser })).text()).toBe("the page");
});

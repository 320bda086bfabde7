import type { IncomingMessage, ServerResponse } from "node:http";
import type { Unreadable } from "../bodies.ts";
import { policyByHashes, policyForData } from "../policy.ts";
import type { Asked } from "./asked.ts";
import type { Captured } from "./capture.ts";
import { codingFor, type Page } from "./page.ts";
import { Overloaded } from "./queue.ts";

/** Finished bytes, or the word that the reader has them already. */
export function sendKept(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  page: Page,
  asked: Asked,
): void {
  const known = headers["if-none-match"];
  // What somebody gets who has just written stands at an address of its own: it is nobody else's.
  const mine = asked.since === null ? (head: string[]) => head : unshared;
  if (known?.includes(page.etag)) {
    response.writeHead(304, mine(page.notModified)).end();
    return;
  }
  const coding = codingFor(headers["accept-encoding"] as string | undefined);
  response.writeHead(200, mine(page.heads[coding]));
  response.end(method === "HEAD" ? undefined : page.bodies[coding]);
}

const unshared = (head: string[]) =>
  head.map((value, i) => (head[i - 1] === "cache-control" ? "private, no-store" : value));

/** An answer that nobody keeps: not found, a redirect, our own fault. */
export function sendPassed(
  request: IncomingMessage,
  response: ServerResponse,
  passed: Captured,
  security: object,
): void {
  const { status, headers, body } = passed;
  const type = String(headers["content-type"] ?? "text/plain; charset=utf-8");
  response.writeHead(status, {
    ...security,
    "content-security-policy": type.startsWith("text/html") ? policyByHashes(body.toString()) : policyForData,
    "content-type": type,
    "content-length": body.length,
    "cache-control": "private, no-store",
    ...(headers.location !== undefined && { location: headers.location }),
    ...(headers["retry-after"] !== undefined && { "retry-after": headers["retry-after"] }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

const tooMany = "现在访问的人太多，请稍后再试。 Too many visitors at once: please try again in a moment.\n";
const ourFault =
  "这一页出了错，是我们的错，已经记录下来。请稍后再试。 Something broke on this page. It is our fault and has been recorded: please try again in a moment.\n";

/** Too many at once, or a rendering that broke off. Said in words, and fast. */
export function sendFailure(response: ServerResponse, error: unknown): void {
  const overloaded = error instanceof Overloaded;
  if (!overloaded) console.error(error);
  response.writeHead(overloaded ? 503 : 500, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "private, no-store",
    "retry-after": "1",
  });
  response.end(overloaded ? tooMany : ourFault);
}

/** Sent by a page of another site: whoever sits before it did not mean it. */
export function refuseForeign(response: ServerResponse): void {
  response.writeHead(403, { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" });
  response.end("这个请求来自别的网站，没有执行。 This was sent by another site and has not been done.\n");
}

/** Bytes that are still taken in and dropped, because a browser that is cut off while it sends shows no answer. */
const mostDropped = 64 * 1024 * 1024;

export function refuseUnreadable(
  request: IncomingMessage,
  response: ServerResponse,
  { status, words }: Unreadable,
): void {
  let dropped = 0;
  request.on("data", (chunk: Buffer) => {
    dropped += chunk.length;
    if (dropped > mostDropped) request.destroy();
  });
  request.once("end", () => {
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" });
    response.end(words);
  });
}

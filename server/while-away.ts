import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { plainPage } from "./plain-page.ts";
import { policyByHashes } from "./policy.ts";

/** What is answered without the database: is it there, files of the build, and acts that say themselves what is the matter. */
const needsNone = ({ url = "/", headers }: IncomingMessage) =>
  /^\/(?:up$|_next\/|icon\.svg)/.test(url) || headers["next-action"] !== undefined;

/** Bytes. More than any text: a picture is not sent back; and more than any picture is not even waited for. */
const largestText = 512 * 1024;
const largest = 32 * largestText;

/**
 * While the database is away Next is not asked: whoever wants a page is told in words, and whoever sent a form gets back
 * what they typed, ready to be sent once more. Pages that are kept are served all the same: this stands behind them.
 */
export function answerWhileAway(next: RequestListener, isAway: () => boolean): RequestListener {
  return (request, response) => {
    if (!isAway() || needsNone(request)) return next(request, response);
    return refuse(request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  };
}

async function refuse(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "GET", url = "/", headers } = request;
  const language = headers["x-language"] === "en" ? "en" : "zh-CN";
  const isWrite = method !== "GET" && method !== "HEAD";
  const typed = isWrite ? await typedInto(request) : null;
  const common = { "cache-control": "private, no-store", "retry-after": "5" };
  if (wantsJson(request)) {
    const words = plainPage.awayWords(language, isWrite);
    response.writeHead(503, { ...common, "content-type": "application/json" });
    response.end(JSON.stringify({ refusal: "unavailable", words, details: {} }));
    return;
  }
  const type = headers["content-type"]?.startsWith("multipart/") ? "multipart/form-data" : undefined;
  const html = plainPage.away({ language, isWrite, typed, url: language === "en" ? `/en${url}` : url, type });
  response.writeHead(503, {
    ...common,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policyByHashes(html),
  });
  response.end(method === "HEAD" ? undefined : html);
}

function wantsJson({ url = "/", headers }: IncomingMessage): boolean {
  const isPage = headers.accept?.startsWith("text/html") ?? false;
  const isData = /^[^?]*\.json(?:\?|$)/.test(url) || (url.startsWith("/api/") && !isPage);
  return isData || /^application\/json\b/.test(headers["content-type"] ?? "");
}

/** The text fields of a form; null when it is none, or none that can be read. */
async function typedInto(request: IncomingMessage): Promise<[name: string, value: string][] | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > largest) return null;
    if (length <= largestText) chunks.push(chunk);
  }
  if (length > largestText) return null;
  const form = new Response(Buffer.concat(chunks), {
    headers: { "content-type": request.headers["content-type"] ?? "" },
  }).formData();
  const fields = await form.then(
    (read) => [...read],
    () => [],
  );
  return fields.flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as [string, string]] : []));
}

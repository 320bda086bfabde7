import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { capture } from "./page-cache/capture.ts";
import { plainPage } from "./plain-page.ts";
import { policyByHashes } from "./policy.ts";

/** An address that nobody will ever give a page: there Next writes out in full what it says of missing pages. */
const nowhere = "/-";

type Language = "zh-CN" | "en";

/**
 * Where a page ends in not-found, or breaks, Next sends an empty document that its scripts fill in afterwards; of a form
 * it cannot read it says two English words. Everybody is to read what is the matter: this puts the words in.
 */
export function inWords(next: RequestListener, publicUrl: string): RequestListener {
  const known = new Map<Language, Promise<string>>();
  const missing = (language: Language) => {
    const html = known.get(language) ?? readMissing(next, language, publicUrl);
    known.set(language, html);
    html.catch(() => known.delete(language));
    return html;
  };
  return (request, response) => {
    if (isForReading(request)) replaceWhatIsEmpty(request, response, missing);
    return next(request, response);
  };
}

/** Next's own scripts ask for pages in a manner of their own, and programs for no pages at all. */
const isForReading = ({ headers }: IncomingMessage) =>
  headers.accept?.includes("text/html") === true && headers.rsc === undefined && headers["next-action"] === undefined;

async function readMissing(next: RequestListener, language: Language, publicUrl: string): Promise<string> {
  const { host, protocol } = new URL(publicUrl);
  const headers = { host, accept: "text/html", "x-forwarded-proto": protocol.slice(0, -1), "x-language": language };
  const { body } = await capture(next, nowhere, { ...headers, "x-path": nowhere });
  return body.toString();
}

function replaceWhatIsEmpty(
  request: IncomingMessage,
  response: ServerResponse,
  missing: (language: Language) => Promise<string>,
): void {
  const own = { write: response.write, end: response.end, flushHeaders: response.flushHeaders };
  // Next reads the language off the address before anybody else sees the request.
  const language = request.headers["x-language"] === "en" ? "en" : "zh-CN";
  const isEmpty = () =>
    !response.headersSent && (response.statusCode === 404 || response.statusCode === 500) && isText();
  const isText = () => /^text\/(?:html|plain)/.test(String(response.getHeader("content-type") ?? "text/plain"));
  const answer = async () => {
    Object.assign(response, own);
    const html = response.statusCode === 404 ? await missing(language) : plainPage.broken(language);
    response.removeHeader("transfer-encoding");
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-length", Buffer.byteLength(html));
    response.setHeader("content-security-policy", policyByHashes(html));
    response.end(request.method === "HEAD" ? undefined : html);
  };
  response.flushHeaders = () => {
    if (!isEmpty()) own.flushHeaders.call(response);
  };
  response.write = (...said: unknown[]) => {
    if (!isEmpty()) return own.write.apply(response, said as never);
    called(said);
    return true;
  };
  response.end = ((...said: unknown[]) => {
    if (!isEmpty()) return own.end.apply(response, said as never);
    called(said);
    answer().catch((error) => {
      console.error(error);
      response.destroy();
    });
    return response;
  }) as typeof response.end;
}

function called(said: unknown[]): void {
  const callback = said.findLast((one) => typeof one === "function") as (() => void) | undefined;
  if (callback) queueMicrotask(callback);
}

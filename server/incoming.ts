import type { IncomingMessage } from "node:http";
import { withoutLanguage } from "./page-cache/asked.ts";

/** What our server tells Next, or Next tells itself: from outside these are lies. */
const internal = new Set([
  "x-render",
  "x-language",
  "x-path",
  "x-position",
  "x-nonce",
  "content-security-policy",
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "x-matched-path",
  "x-now-route-matches",
  "x-prerender-revalidate",
  "next-resume",
]);
const internalFamilies = /^x-(?:middleware|invoke|nextjs|next)-/;

interface Said {
  publicUrl: string;
  /** The last event that this process knows of. */
  position: number;
  /** For a page: the word by which its scripts are known, and the policy that says so. */
  nonce: { nonce: string; policy: string } | null;
}

/**
 * Makes a request fit for Next: the language leaves the address for a header, and every header that only our server may
 * say is taken off and said anew.
 */
export function prepare(request: IncomingMessage, { publicUrl, position, nonce }: Said): void {
  const { headers } = request;
  const address = addressOf(request);
  for (const name in headers) if (internal.has(name) || internalFamilies.test(name)) delete headers[name];
  const url = request.url ?? "/";
  const mark = url.search(/[?#]|$/);
  const { language: inAddress, path } = withoutLanguage(url.slice(0, mark));
  const language = path.startsWith("/api/") ? languageOfPage(headers.referer, inAddress) : inAddress;
  request.url = path + url.slice(mark);
  headers["x-language"] = language;
  headers["x-path"] = request.url;
  headers["x-position"] = String(position);
  headers["x-forwarded-for"] = address;
  headers["x-forwarded-proto"] = publicUrl.startsWith("https:") ? "https" : "http";
  if (!nonce) return;
  headers["x-nonce"] = nonce.nonce;
  headers["content-security-policy"] = nonce.policy;
}

/** What a page posts to has no language in its address: it answers in that of the page. */
function languageOfPage(referer: string | undefined, otherwise: "zh-CN" | "en"): "zh-CN" | "en" {
  const page = URL.parse(referer ?? "");
  return page ? withoutLanguage(page.pathname).language : otherwise;
}

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Is it a write that a page of another site has sent, with our visitor's cookies? Browsers say where a write comes from
 * and let no page lie about it; who says nothing is no browser.
 */
export function isForeignWrite({ method = "GET", headers }: IncomingMessage, publicUrl: string): boolean {
  if (reading.has(method) || headers.origin === undefined) return false;
  const from = URL.parse(headers.origin);
  return from === null || (from.host !== headers.host && from.origin !== new URL(publicUrl).origin);
}

/**
 * Whose request it is, for limits by address. A proxy on this machine is believed when it says for whom it asks: the
 * last one named, since everything before it was written by the visitor.
 */
export function addressOf({ headers, socket }: IncomingMessage): string {
  const direct = (socket.remoteAddress ?? "unknown").replace(/^::ffff:/, "");
  if (direct !== "127.0.0.1" && direct !== "::1") return direct;
  return [headers["x-forwarded-for"]].flat().join(",").split(",").at(-1)?.trim() || direct;
}

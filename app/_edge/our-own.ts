/**
 * Does a write come from a page of ours? A browser says where a request comes from; another site's form or script is
 * turned away. Who says nothing at all is no browser, and a program has no cookie to be misused.
 */
export function isOurOwn(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site && site !== "same-origin") return false;
  const from = headers.get("origin") ?? headers.get("referer");
  return from === null ? true : URL.parse(from)?.host === headers.get("host");
}

/** The page of ours that a request came from, as a path; null when nobody says. */
export function cameFrom(headers: Headers): string | null {
  const url = URL.parse(headers.get("referer") ?? "");
  return url?.host === headers.get("host") && url ? url.pathname + url.search : null;
}

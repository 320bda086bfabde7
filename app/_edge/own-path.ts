/**
 * Where to go after signing in: a path of ours, or "/". An address somebody else put into a link must not lead off the
 * site, nor back to signing in.
 */
export function ownPath(wanted: unknown): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return "/";
  const here = "http://own.invalid";
  const url = URL.parse(wanted, here);
  if (!url || url.origin !== here) return "/";
  // "/.//elsewhere" is ours when it is read, and no longer when it is sent on without the dot.
  if (url.pathname.startsWith("//") || /^(\/en)?\/sign-in(\/|$)/.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

/**
 * An address whose escapes can be read. Bytes that are no UTF-8, and the NUL that PostgreSQL does not take, become the
 * sign for what cannot be read, as a browser would show them: such an address names nothing, and is not found in peace.
 */
export function readable(url: string): string {
  return url.includes("%") ? url.replace(/(?:%[\da-f]{2})+|%/gi, readableRun) : url;
}

function readableRun(run: string): string {
  if (run === "%") return "%25";
  const bytes = Buffer.from(run.replaceAll("%", ""), "hex");
  const text = bytes.toString("utf8").replaceAll("\0", "\uFFFD");
  return Buffer.from(text).equals(bytes) ? run : encodeURIComponent(text);
}

/**
 * `/en/posts/1/` is `/en/posts/1`: Next would say so as well, and forget the language. Null when nothing is to be said,
 * or when a browser would take the rest for another site's address.
 */
export function withoutSlash(url: string): string | null {
  const mark = url.search(/[?#]|$/);
  const path = url.slice(0, mark).replace(/\/+$/, "");
  return path === "" || /^\/[/\\]/.test(path) || path.length === mark ? null : path + url.slice(mark);
}

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

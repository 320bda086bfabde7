export type Language = "zh-CN" | "en";

/**
 * The address of a page in a language: Chinese at `/letters`, English at `/en/letters`. Addresses that have no language
 * (`/api/…`, files of the build, `#parts`, other sites) and those that are prefixed already stay as they are.
 */
export function address(language: Language, path: string): string {
  const hasLanguage = path.startsWith("/") && !path.startsWith("//") && !/^\/(api|_next|en)(\/|\?|#|$)/.test(path);
  if (language === "zh-CN" || !hasLanguage) return path;
  return `/en${path.replace(/^\/(?=[?#]|$)/, "")}`;
}

/** The same page in the other language; `path` is without prefix, as our server hands it on. */
export function inOtherLanguage(language: Language, path: string): string {
  return address(language === "en" ? "zh-CN" : "en", path);
}

/** An address with those parts of a query that say something. */
export function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const said = Object.entries(query).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]]));
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path;
}

import { queryOf } from "./square.ts";

/** A page that was asked for, as the cache and Next know it. */
export interface Asked {
  /** One page in one language with one meaningful query: what is kept under one name. */
  key: string;
  language: "zh-CN" | "en";
  /** What Next is asked: without the language, with the names in the query that count. */
  url: string;
  /** A file of the build, named by its content: it never changes. */
  asset: boolean;
  /** The event that the reader has just caused: nothing older may be shown. */
  since: number | null;
}

/** Longer than anything we write into an address. */
const longestValue = 120;

/** What a person types is cut instead of dropped, so that the page can say that it was too long. */
const typed = new Set(["q"]);

/** The square page or the file of the build that an address names, or null for everything else. */
export function askedFor(url: string): Asked | null {
  const mark = url.indexOf("?");
  const whole = mark < 0 ? url : url.slice(0, mark);
  if (whole.startsWith("/_next/static/")) {
    return { key: whole, language: "zh-CN", url: whole, asset: true, since: null };
  }
  const { language, path } = withoutLanguage(whole);
  const names = queryOf(path);
  if (!names) return null;
  const given = new URLSearchParams(mark < 0 ? "" : url.slice(mark));
  const kept = new URLSearchParams();
  for (const name of names) {
    const value = given.get(name);
    if (value && (value.length <= longestValue || typed.has(name))) kept.set(name, value.slice(0, longestValue));
  }
  const query = kept.size > 0 ? `?${kept}` : "";
  const since = given.get("since") ?? "";
  return {
    key: (language === "en" ? `/en${path === "/" ? "" : path}` : path) + query,
    language,
    url: path + query,
    asset: false,
    since: /^\d{1,15}$/.test(since) ? Number(since) : null,
  };
}

/** `/en/letters` is `/letters` in English. */
export function withoutLanguage(path: string): { language: "zh-CN" | "en"; path: string } {
  if (path !== "/en" && !path.startsWith("/en/")) return { language: "zh-CN", path };
  return { language: "en", path: path.slice(3) || "/" };
}

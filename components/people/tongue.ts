import type { Language } from "#components/ui/address.ts";

/**
 * The language of somebody's own words on an English page, for who has them read out and for how Chinese is set: most
 * words here are Chinese whatever the page is. Undefined where it is the page's own.
 */
export function tongueOf(text: string, page: Language): "zh-CN" | undefined {
  return page === "en" && /\p{Script=Han}/u.test(text) ? "zh-CN" : undefined;
}

import type { Language } from "#components/ui/address.ts";
import type { Facets } from "#domain/search/facets.ts";

/** How many: 12 where all were counted, 12+ where that is the least there is. */
export function countWords(language: Language, { exact }: Facets, n = 0): string {
  return `${new Intl.NumberFormat(language).format(n)}${exact ? "" : "+"}`;
}

import type { Language } from "#components/ui/address.ts";

/** The name of an office or a region in the reader's language; the Chinese one where nobody has given an English one. */
export function named(language: Language, { name, nameEn }: { name: string; nameEn: string | null }): string {
  return language === "en" ? (nameEn ?? name) : name;
}

/** The title of a position in the reader's language. */
export function titled(language: Language, { title, titleEn }: { title: string; titleEn: string | null }): string {
  return language === "en" ? (titleEn ?? title) : title;
}

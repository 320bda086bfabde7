import { getTranslations } from "next-intl/server";
import type { Refusal } from "#domain/refusal.ts";

/** The sentence of a refusal in the reader's language. One that nobody has written yet must not leave them without any. */
export async function wordsOfRefusal({ key, details }: Pick<Refusal, "key" | "details">): Promise<string> {
  const words = await getTranslations("refusals");
  if (words.has(key)) return words(key, blanksOf(details));
  console.error(`refusals.json has no words for "${key}"`);
  return words("unknown");
}

/** A sentence's blanks take no null: what is not known is left empty. */
function blanksOf(details: Refusal["details"]): Record<string, string | number> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, value ?? ""]));
}

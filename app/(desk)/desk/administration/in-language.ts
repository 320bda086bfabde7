import { languageOf } from "#app/_edge/language.ts";
import { named, titled } from "#components/people/named.ts";

interface Named {
  name: string;
  nameEn: string | null;
}

/** How regions, offices and positions are called for this reader. */
export async function inLanguage() {
  const language = await languageOf();
  return {
    nameOf: (place: Named) => named(language, place),
    shortNameOf: ({ shortName, nameEn }: { shortName: string; nameEn: string | null }) =>
      named(language, { name: shortName, nameEn }),
    titleOf: (leader: { title: string; titleEn: string | null }) => titled(language, leader),
  };
}

import type { useTranslations } from "next-intl";
import { named, titled } from "#components/people/named.ts";
import type { Language } from "#components/ui/address.ts";
import type { Option } from "#components/ui/radio-group.tsx";
import type { Choice, ChoiceGroup } from "#components/ui/select.tsx";
import type { Addressee, Place } from "#domain/letters/addressees.ts";

/** Counties in one list; townships under the county they are in. */
export function placeChoices(
  places: Place[],
  level: "county" | "township",
  language: Language,
): (Choice | ChoiceGroup)[] {
  const choice = (place: Place) => ({ value: place.slug, words: named(language, place) });
  if (level === "county") return places.filter((place) => place.level === "county").map(choice);
  const within = Map.groupBy(
    places.filter((place) => place.level === "township"),
    ({ above }) => above,
  );
  return places
    .filter(({ slug }) => within.has(slug))
    .map((county) => ({ words: named(language, county), choices: within.get(county.slug)!.map(choice) }));
}

/** The leader's title, or the office's name. */
export function addresseeName({ leader, office }: Addressee, language: Language): string {
  return leader ? titled(language, leader) : named(language, office);
}

interface Offering {
  addressees: Addressee[];
  suggested: string[];
  language: Language;
  t: ReturnType<typeof useTranslations<"write.where">>;
  /** Until when 不知道选谁 has been passed on. */
  by: string;
}

/** 不知道选谁 first; then who did such work before, the city's leaders, and the whole list for who knows whom. */
export function addresseeChoices({ addressees, suggested, language, t, by }: Offering): Option[] {
  const option = (addressee: Addressee, under?: string): Option => ({
    value: addressee.slug,
    words: addresseeName(addressee, language),
    ...(addressee.declines && { detail: t("declines", { what: addressee.declines }) }),
    ...(under && { under }),
  });
  const likely = suggested.flatMap((slug) => addressees.find((addressee) => addressee.slug === slug) ?? []);
  const city = addressees[0]?.region.slug;
  const leaders = addressees.filter(({ leader, region }) => leader && region.slug === city);
  return [
    { value: "unknown", words: t("unknown"), detail: t("unknownDetail", { date: by }) },
    ...likely.map((addressee, place) => option(addressee, place === 0 ? t("likely") : undefined)),
    ...leaders.map((addressee, place) => option(addressee, place === 0 ? t("leaders") : undefined)),
    { value: "other", words: t("other"), detail: t("otherDetail", { n: addressees.length }), under: t("others") },
  ];
}

/** Every mailbox, under its region. */
export function mailboxGroups(addressees: Addressee[], language: Language): ChoiceGroup[] {
  return [...Map.groupBy(addressees, ({ region }) => region.slug).values()].map((group) => ({
    words: named(language, group[0]!.region),
    choices: group.map((addressee) => ({ value: addressee.slug, words: addresseeName(addressee, language) })),
  }));
}

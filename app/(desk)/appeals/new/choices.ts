import { named } from "#components/people/named.ts";
import type { Language } from "#components/ui/address.ts";
import type { ChoiceGroup } from "#components/ui/select.tsx";
import type { Verifier } from "#domain/appeals/verifiers.ts";
import type { Place } from "#domain/letters/addressees.ts";

/** The city, and each county with its townships. */
export function placeGroups(places: Place[], language: Language): ChoiceGroup[] {
  const choice = (place: Place) => ({ value: place.slug, words: named(language, place) });
  return places
    .filter(({ level }) => level !== "township")
    .map((place) => ({
      words: named(language, place),
      choices: [place, ...places.filter(({ level, above }) => level === "township" && above === place.slug)].map(
        choice,
      ),
    }));
}

/** Who can be asked to verify, under their region. */
export function verifierGroups(verifiers: Verifier[], language: Language): ChoiceGroup[] {
  return [...Map.groupBy(verifiers, ({ region }) => region.slug).values()].map((group) => ({
    words: named(language, group[0]!.region),
    choices: group.map((verifier) => ({ value: verifier.slug, words: named(language, verifier) })),
  }));
}

import { useLocale, useTranslations } from "next-intl";
import { named, titled } from "#components/people/named.ts";
import { address } from "#components/ui/address.ts";
import { Button } from "#components/ui/button.tsx";
import { A } from "#components/ui/link.tsx";
import { type Choice, Select } from "#components/ui/select.tsx";
import type { Addressee, Place } from "#domain/letters/addressees.ts";
import { outcomes, type SuggestionsFilter } from "#domain/suggestions/input.ts";

interface SuggestionFiltersProps {
  filter: SuggestionsFilter;
  choices: { places: Place[]; mailboxes: Addressee[] };
}

/** By what became of them, where, and to whom: in the address, without script. */
export function SuggestionFilters({ filter, choices }: SuggestionFiltersProps) {
  const t = useTranslations("suggestions");
  const language = useLocale();
  const any: Choice = { value: "", words: t("any") };
  const leaders = choices.mailboxes.flatMap(({ leader }) => leader ?? []);
  const fields: ["outcome" | "region" | "leader", Choice[]][] = [
    ["outcome", outcomes.map((value) => ({ value, words: t(`outcomes.${value}`) }))],
    ["region", choices.places.map((place) => ({ value: place.slug, words: named(language, place) }))],
    ["leader", leaders.map((leader) => ({ value: leader.handle, words: titled(language, leader) }))],
  ];
  return (
    <form
      action={address(language, "/suggestions")}
      className="unprinted my-4 border border-rule bg-card px-4 pt-3 pb-4"
    >
      <h2 className="sr-only">{t("filter")}</h2>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        {fields.map(([name, options]) => (
          <Select
            key={name}
            name={name}
            label={t(`filters.${name}`)}
            defaultValue={filter[name] ?? ""}
            choices={[any, ...options]}
          />
        ))}
      </div>
      <p className="mt-3 flex flex-wrap items-center gap-x-5">
        <Button icon="filter">{t("show")}</Button>
        {fields.some(([name]) => filter[name]) && (
          <A href="/suggestions" className="inline-flex min-h-target items-center">
            {t("clear")}
          </A>
        )}
      </p>
    </form>
  );
}

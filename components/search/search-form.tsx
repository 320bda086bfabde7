import { useLocale, useTranslations } from "next-intl";
import { named } from "#components/people/named.ts";
import { countWords } from "#components/search/count-words.ts";
import { SearchBox } from "#components/search/search-box.tsx";
import { address, type Language } from "#components/ui/address.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { type Choice, Select } from "#components/ui/select.tsx";
import type { Place as Region } from "#domain/letters/addressees.ts";
import type { Place } from "#domain/letters/timeline.ts";
import type { Facets } from "#domain/search/facets.ts";
import type { SearchInput } from "#domain/search/input.ts";

interface SearchFormProps {
  input: Omit<SearchInput, "after">;
  /** Null while nothing is looked for. */
  facets: Facets | null;
  choices: { places: Region[]; offices: Place[]; years: number[] };
}

/** The words, and what narrows them, stand in the address: a search can be kept, sent and reached without script. */
export function SearchForm({ input, choices, facets }: SearchFormProps) {
  const t = useTranslations("search");
  const language = useLocale();
  const any: Choice = { value: "", words: t("any") };
  const place = (one: { slug: string; name: string; nameEn: string | null }) => ({
    value: one.slug,
    words: named(language, one),
  });
  const fields: [name: "region" | "office" | "year", choices: Choice[]][] = [
    ["region", choices.places.map(place)],
    ["office", choices.offices.map(place)],
    ["year", choices.years.map((year) => ({ value: String(year), words: t("ofYear", { year: String(year) }) }))],
  ];
  const narrowed = fields.some(([name]) => input[name]);
  return (
    <search className="unprinted my-4 block">
      <form action={address(language, "/search")} className="grid gap-2">
        {input.kind && <input type="hidden" name="kind" value={input.kind} />}
        <SearchBox id="q" typed={input.q ?? ""} />
        <Disclosure summary={t("narrow")} open={narrowed}>
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
            {fields.map(([name, options]) => (
              <Select
                key={name}
                name={name}
                label={t(name)}
                defaultValue={String(input[name] ?? "")}
                choices={[any, ...counted(language, facets, name, options, input[name])]}
              />
            ))}
          </div>
        </Disclosure>
      </form>
    </search>
  );
}

/** Each choice with how many it leads to; where all were counted, one that leads nowhere is not offered. */
function counted(
  language: Language,
  facets: Facets | null,
  name: "region" | "office" | "year",
  choices: Choice[],
  chosen: string | number | undefined,
): Choice[] {
  if (!facets) return choices;
  return choices
    .filter(({ value }) => !facets.exact || facets[name][value] || value === String(chosen))
    .map(({ value, words }) => ({ value, words: `${words} · ${countWords(language, facets, facets[name][value])}` }));
}

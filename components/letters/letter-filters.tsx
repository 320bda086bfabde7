import { useLocale, useTranslations } from "next-intl";
import { named, titled } from "#components/people/named.ts";
import { address } from "#components/ui/address.ts";
import { Button } from "#components/ui/button.tsx";
import { A } from "#components/ui/link.tsx";
import { type Choice, Select } from "#components/ui/select.tsx";
import type { Addressee, Place as Region } from "#domain/letters/addressees.ts";
import { letterKinds } from "#domain/letters/input.ts";
import type { PublicFilter } from "#domain/letters/list-public-letters.ts";
import { runningLamps } from "#domain/letters/running-lamps.ts";
import type { Place } from "#domain/letters/timeline.ts";

interface LetterFiltersProps {
  filter: PublicFilter;
  choices: { places: Region[]; offices: Place[]; mailboxes: Addressee[] };
}

const states = [
  "submitted",
  "clarifying",
  "accepted",
  "assigned",
  "answered",
  "closed",
  "refused",
  "withdrawn",
] as const;

/** The filter stands in the address, so that a view of the list can be kept, sent and reached without script. */
export function LetterFilters({ filter, choices }: LetterFiltersProps) {
  const t = useTranslations("letter-page.list");
  const words = useTranslations("letters");
  const lamps = useTranslations("calendar.lamp");
  const language = useLocale();
  const any: Choice = { value: "", words: t("any") };
  const mailbox = (one: Addressee) => (one.leader ? titled(language, one.leader) : named(language, one.office));
  const fields: [keyof PublicFilter, Choice[]][] = [
    ["state", states.map((value) => ({ value, words: words(`states.${value}`) }))],
    ["lamp", runningLamps.map((value) => ({ value, words: lamps(value) }))],
    [
      "kind",
      letterKinds.filter((kind) => kind !== "accusation").map((value) => ({ value, words: words(`kinds.${value}`) })),
    ],
    ["region", choices.places.map((place) => ({ value: place.slug, words: named(language, place) }))],
    ["office", choices.offices.map((office) => ({ value: office.slug, words: named(language, office) }))],
    ["mailbox", choices.mailboxes.map((one) => ({ value: one.slug, words: mailbox(one) }))],
  ];
  const filtered = fields.some(([name]) => filter[name]);
  return (
    <form action={address(language, "/letters")} className="unprinted my-4 border border-rule bg-card px-4 pt-3 pb-4">
      <h2 className="sr-only">{t("filter")}</h2>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {fields.map(([name, options]) => (
          <Select
            key={name}
            name={name}
            label={t(name as "state")}
            defaultValue={filter[name] ?? ""}
            choices={[any, ...options]}
          />
        ))}
      </div>
      <p className="mt-3 flex flex-wrap items-center gap-x-5">
        <Button icon="filter">{t("show")}</Button>
        {filtered && (
          <A href="/letters" className="inline-flex min-h-target items-center">
            {t("clear")}
          </A>
        )}
      </p>
    </form>
  );
}

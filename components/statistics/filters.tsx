import { useLocale, useTranslations } from "next-intl";
import { named } from "#components/people/named.ts";
import { address } from "#components/ui/address.ts";
import { Button } from "#components/ui/button.tsx";
import { A } from "#components/ui/link.tsx";
import { type Choice, Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Place } from "#domain/letters/addressees.ts";
import { letterKinds } from "#domain/letters/input.ts";
import type { Scope } from "#domain/statistics/scope.ts";

interface FiltersProps {
  scope: Scope;
  period: { from: string; to: string; asOf: string };
  places: readonly Place[];
  /** The one mailbox, office or leader that these figures are of. */
  only: { name: string; nameEn: string | null } | null;
}

const levels = ["city", "county", "township"] as const;

/** The scope stands in the address: it can be kept, sent, and asked of the JSON twin. */
export function StatisticsFilters({ scope, period, places, only }: FiltersProps) {
  const t = useTranslations("statistics");
  const words = useTranslations("letters.kinds");
  const language = useLocale();
  const any: Choice = { value: "", words: t("filter.any") };
  const { mailbox, office, leader } = scope;
  return (
    <form action={address(language, "/statistics")} className="unprinted my-4 border-y border-rule py-4">
      <h2 className="sr-only">{t("filter.title")}</h2>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <TextField {...dayField("from", scope.from, period.from)} label={t("filter.from")} />
        <TextField {...dayField("to", scope.to, period.to)} label={t("filter.to")} />
        <TextField {...dayField("asof", scope.asof, period.asOf)} label={t("filter.asof")} />
        <Select
          name="region"
          label={t("filter.region")}
          defaultValue={scope.region ?? ""}
          choices={[
            any,
            ...places
              .filter(({ level }) => level !== "township")
              .map((place) => ({ value: place.slug, words: named(language, place) })),
          ]}
        />
        <Select
          name="kind"
          label={t("filter.kind")}
          defaultValue={scope.kind ?? ""}
          choices={[
            any,
            ...letterKinds.filter((kind) => kind !== "accusation").map((kind) => ({ value: kind, words: words(kind) })),
          ]}
        />
        <Select
          name="level"
          label={t("filter.level")}
          defaultValue={scope.level ?? ""}
          choices={[any, ...levels.map((level) => ({ value: level, words: t(`breakdown.levels.${level}`) }))]}
        />
      </div>
      {mailbox && <input type="hidden" name="mailbox" value={mailbox} />}
      {office && <input type="hidden" name="office" value={office} />}
      {leader && <input type="hidden" name="leader" value={leader} />}
      <p className="mt-3 flex flex-wrap items-center gap-x-5">
        <Button icon="filter">{t("filter.show")}</Button>
        {Object.values(scope).some(Boolean) && (
          <A href="/statistics" className="inline-flex min-h-target items-center">
            {t("filter.clear")}
          </A>
        )}
        {only && <span className="text-ink-2">{t("filter.only", { name: named(language, only) })}</span>}
      </p>
    </form>
  );
}

/**
 * A day as it is written in addresses; a text field, because every browser of an old phone has one. What is left open
 * stays open, so that the address says the same tomorrow: the day it stands for is only shown.
 */
const dayField = (name: "from" | "to" | "asof", chosen: string | undefined, shown: string) => ({
  name,
  defaultValue: chosen ?? "",
  placeholder: shown,
  inputMode: "numeric" as const,
  autoComplete: "off",
  maxLength: 10,
  pattern: "\\d{4}-\\d{2}-\\d{2}",
});

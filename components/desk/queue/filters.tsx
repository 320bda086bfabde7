import { useLocale, useTranslations } from "next-intl";
import { address } from "#components/ui/address.ts";
import { Button } from "#components/ui/button.tsx";
import type { Choice } from "#components/ui/select.tsx";

export interface FilterSelect {
  name: string;
  label: string;
  value: string;
  choices: readonly Choice[];
}

interface FiltersProps {
  /** Where the list is, without its query. */
  path: string;
  selects: readonly FilterSelect[];
  /** What else stands in the address and must stay there. */
  keep: Record<string, string>;
}

/** The filters of a list, in its address: a view can be sent to a colleague as it is. */
export function Filters({ path, selects, keep }: FiltersProps) {
  const t = useTranslations("queue");
  const language = useLocale();
  return (
    <form action={address(language, path)} className="flex flex-wrap items-center gap-2 text-sm">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {selects.map(({ name, label, value, choices }) => (
        <label
          key={name}
          className="inline-flex max-w-full items-center gap-1.5 border border-rule bg-card ps-2.5 has-[:focus-visible]:border-ink"
        >
          <span className="whitespace-nowrap text-ink-2">{label}</span>
          <select name={name} defaultValue={value} className="control max-w-44 min-w-0 border-0 bg-transparent ps-1!">
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.words}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button icon="filter">{t("filter")}</Button>
    </form>
  );
}

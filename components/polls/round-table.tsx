import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { tongueOf } from "#components/people/tongue.ts";
import type { Round } from "#domain/polls/runoff.ts";

/** The count of a ranked poll, a column a round; who has gone out has nothing more. */
export function RoundTable({ options, rounds }: { options: readonly string[]; rounds: readonly Round[] }) {
  const t = useTranslations("polls");
  const language = useLocale();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it by keys
    <section aria-label={t("roundsLabel")} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="pb-1 text-start leading-relaxed text-ink-2">{t("howCounted")}</caption>
        <thead>
          <tr className="border-b border-rule-strong">
            <th scope="col" className="py-1 pe-3 text-start">
              {t("option")}
            </th>
            {rounds.map((_, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rounds are numbered
              <th key={place} scope="col" className="px-2 py-1 text-end whitespace-nowrap">
                {t("round", { n: place + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {options.map((words, option) => (
            <Numbers
              key={words}
              head={<span lang={tongueOf(words, language)}>{words}</span>}
              numbers={rounds.map(({ counts }) => counts[option] ?? null)}
              gone={t("gone")}
            />
          ))}
          <Numbers head={t("exhausted")} numbers={rounds.map(({ exhausted }) => exhausted)} gone={t("gone")} />
        </tbody>
      </table>
    </section>
  );
}

function Numbers({ head, numbers, gone }: { head: ReactNode; numbers: readonly (number | null)[]; gone: string }) {
  return (
    <tr className="border-b border-rule">
      <th scope="row" className="py-1 pe-3 text-start font-normal">
        {head}
      </th>
      {numbers.map((n, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rounds are numbered
        <td key={place} className="px-2 py-1 text-end tabular-nums">
          {n ?? <span className="text-ink-2">{gone}</span>}
        </td>
      ))}
    </tr>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { named } from "#components/people/named.ts";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import type { PassingOffice } from "#domain/supervision/passing-on.ts";

/** How often each office had letters handed on, after how long: plain counts, with what they mean. */
export function PassingOffices({ offices }: { offices: readonly PassingOffice[] }) {
  const t = useTranslations("lights.passing");
  const language = useLocale();
  const [first] = offices;
  return (
    <Section title={t("title")}>
      {!first && <p className="py-3 text-ink-2">{t("none")}</p>}
      {first && (
        <>
          <DataTable
            caption={t("title")}
            compact
            columns={[
              { words: t("office") },
              { words: t("hops"), numeric: true },
              { words: t("held"), numeric: true },
              { words: t("objections"), numeric: true },
              { words: t("upheld"), numeric: true },
            ]}
          >
            {offices.map(({ office, hops, averageHeld, objections, upheld }) => (
              <tr key={office.slug}>
                <Cell head className="font-normal">
                  <A
                    href={`/offices/${office.slug}`}
                    className="inline-block py-1 text-ink no-underline hover:underline"
                  >
                    {named(language, office)}
                  </A>
                </Cell>
                <Cell numeric label={t("hops")}>
                  {hops}
                </Cell>
                <Cell numeric label={t("held")}>
                  {hops > 0 ? averageHeld : "–"}
                </Cell>
                <Cell numeric label={t("objections")}>
                  {objections}
                </Cell>
                <Cell numeric label={t("upheld")}>
                  {upheld}
                </Cell>
              </tr>
            ))}
          </DataTable>
          <p className="mt-2 max-w-none text-sm text-ink-2">
            {t("how", { when: whenWords({ at: first.countedAt, short: true }, language) })}
          </p>
        </>
      )}
    </Section>
  );
}

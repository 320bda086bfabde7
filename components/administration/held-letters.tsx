import { useTranslations } from "next-intl";
import { StateTag } from "#components/letters/brief-words.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { When } from "#components/ui/when.tsx";
import type { HeldLetter } from "#domain/retention/list-held.ts";

interface HeldLettersProps {
  held: readonly HeldLetter[];
  release: (before: FormState, form: FormData) => Promise<FormState>;
}

/** What is kept beyond its time, and why. */
export function HeldLetters({ held, release }: HeldLettersProps) {
  const t = useTranslations("retention");
  return (
    <Section title={t("held.title")}>
      {held.length === 0 ? (
        <p className="py-2 text-ink-2">{t("held.none")}</p>
      ) : (
        <DataTable
          caption={t("held.title")}
          columns={[{ words: t("held.number") }, { words: t("held.since") }, { words: t("held.reason") }]}
        >
          {held.map(({ id, number, state, since, reason }) => (
            <tr key={id}>
              <Cell head>
                <A href={`/letters/${number}`}>{number}</A> <StateTag state={state} />
              </Cell>
              <Cell label={t("held.since")}>{since ? <When at={since} short /> : t("held.fromStart")}</Cell>
              <Cell label={t("held.reason")}>
                {reason ?? t("held.noReason")}
                {since && (
                  <ActionForm action={release} problemsTitle={t("problems")} className="mt-1">
                    <input type="hidden" name="number" value={number} />
                    <Button size="small" aria-label={t("held.releaseNamed", { number })}>
                      {t("held.release")}
                    </Button>
                  </ActionForm>
                )}
              </Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </Section>
  );
}

import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { Section } from "#components/ui/section.tsx";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { CoveredYear } from "#domain/calendar/read-calendar-years.ts";

interface CoveredYearsProps {
  years: readonly CoveredYear[];
  today: CivilDate;
  undo: (before: FormState, form: FormData) => Promise<FormState>;
}

/** Every covered year with its notice. The last one can be taken back until its first day. */
export function CoveredYears({ years, today, undo }: CoveredYearsProps) {
  const t = useTranslations("calendar-import");
  return (
    <Section title={t("years.title")}>
      <DataTable caption={t("years.title")} columns={[{ words: t("years.year") }, { words: t("years.notice") }]}>
        {years.map(({ year, notice, noticeUrl }, place) => (
          <tr key={year}>
            <Cell head>{year}</Cell>
            <Cell label={t("years.notice")}>
              {noticeUrl ? <a href={noticeUrl}>{notice}</a> : (notice ?? t("years.unknown"))}
              {place === 0 && today < `${year}-01-01` && (
                <ActionForm action={undo} problemsTitle={t("problems")} className="mt-1">
                  <input type="hidden" name="year" value={year} />
                  <Button size="small" icon="undo-2">
                    {t("years.undo", { year })}
                  </Button>
                </ActionForm>
              )}
            </Cell>
          </tr>
        ))}
      </DataTable>
    </Section>
  );
}

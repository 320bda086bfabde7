import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayWords } from "#components/letters/date-words.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormArea, FormText } from "#components/ui/form-fields.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import type { YearList } from "#domain/calendar/import-input.ts";
import type { CoverageEnd } from "#domain/calendar/warn-of-end.ts";

interface ListFormProps {
  check: (before: FormState, form: FormData) => Promise<FormState>;
  /** What was typed before and not imported. */
  list: YearList | null;
  /** The year that comes next. */
  year: number;
  /** Null while there is time. */
  end: CoverageEnd | null;
}

/** Copying a notice: its number and link, and the days line by line or as a file. Looked at before it counts. */
export function ListForm({ check, list, year, end }: ListFormProps) {
  const t = useTranslations("calendar-import");
  return (
    <Section title={t("form.title", { year })}>
      {end && <EndNotice end={end} />}
      <p className="my-2 text-ink-2">{t("form.words")}</p>
      <ActionForm action={check} problemsTitle={t("problems")} className="grid gap-4">
        <FormText
          name="year"
          label={t("form.year")}
          defaultValue={String(list?.year || year)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          className="max-w-40"
        />
        <FormText
          name="notice"
          label={t("form.notice")}
          hint={t("form.noticeHint")}
          defaultValue={list?.notice ?? ""}
          autoComplete="off"
          maxLength={100}
        />
        <FormText
          name="noticeUrl"
          type="url"
          label={t("form.link")}
          hint={t("form.linkHint")}
          defaultValue={list?.noticeUrl ?? ""}
          autoComplete="off"
          maxLength={300}
        />
        <FormArea
          name="days"
          label={t("form.days")}
          hint={t("form.daysHint")}
          defaultValue={list?.days ?? ""}
          rows={10}
        />
        <Field words={{ name: "file", label: t("form.file"), hint: t("form.fileHint") }}>
          <input
            id="file"
            name="file"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            aria-describedby="file-hint"
            className="control w-full py-2"
          />
        </Field>
        <Button kind="brand" className="justify-self-start">
          {t("form.check")}
        </Button>
      </ActionForm>
    </Section>
  );
}

/** Said before dates become 预计, and while they are. */
export function EndNotice({ end: { on, daysLeft }, act }: { end: CoverageEnd; act?: ReactNode }) {
  const t = useTranslations("calendar-import.end");
  const calendar = useTranslations("calendar");
  const date = dayWords(calendar, on);
  return (
    <Notice kind="warn" act={act}>
      {daysLeft < 0 ? t("over", { date }) : t("soon", { date, n: daysLeft })}
    </Notice>
  );
}

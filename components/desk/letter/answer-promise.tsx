import { useTranslations } from "next-intl";
import { AsIs } from "#components/desk/letter/as-is.tsx";
import { FormArea, FormText } from "#components/ui/form-fields.tsx";
import type { CivilDate } from "#domain/calendar/civil-date.ts";

interface AnswerPromiseProps {
  draft: { promise?: string; due?: string };
  /** The first day that can be promised. */
  from: CivilDate;
}

/** What is to come after the answer, with a day: it goes out together with it and has its own lamp. */
export function AnswerPromise({ draft, from }: AnswerPromiseProps) {
  const t = useTranslations("handling.answer");
  return (
    <fieldset className="border-t border-rule pt-3">
      <legend className="float-start w-full font-semibold leading-normal">{t("promise")}</legend>
      <p className="clear-both text-sm text-ink-2">{t("promiseHint")}</p>
      <div className="mt-2 grid gap-3 sm:grid-cols-[1fr_12rem]">
        <FormArea
          name="promise"
          label={t("what")}
          song
          rows={2}
          maxLength={2000}
          defaultValue={draft.promise}
          className="min-w-0"
        />
        <FormText name="due" type="date" label={t("due")} min={from} defaultValue={draft.due} />
      </div>
      <AsIs label={t("asIs")} />
    </fieldset>
  );
}

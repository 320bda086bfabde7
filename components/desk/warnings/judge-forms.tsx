import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import type { Verdict } from "#domain/concerns/list-warnings.ts";

interface JudgeFormsProps {
  concernId: number;
  /** What this plate has said of it so far. */
  own: Verdict["verdict"] | null;
  note: FormAction;
  dismiss: FormAction;
}

/** 已知悉; or 误报, with the reason. */
export function JudgeForms({ concernId, own, note, dismiss }: JudgeFormsProps) {
  const t = useTranslations("warnings");
  if (own === "dismissed") return null;
  const id = `why-${concernId}`;
  return (
    <div className="mt-3 flex flex-wrap items-start gap-x-5 gap-y-2">
      {own === null && (
        <ActionForm action={note} problemsTitle={t("problems")}>
          <input type="hidden" name="concernId" value={concernId} />
          <Button icon="eye">{t("note")}</Button>
        </ActionForm>
      )}
      <Disclosure summary={t("dismiss")} className="open:basis-full">
        <ActionForm action={dismiss} problemsTitle={t("problems")} ids={{ words: id }} className="mt-2 grid gap-3">
          <input type="hidden" name="concernId" value={concernId} />
          <FormArea name="words" id={id} label={t("why")} hint={t("whyHint")} maxLength={500} rows={2} />
          <div>
            <Button>{t("dismissButton")}</Button>
          </div>
        </ActionForm>
      </Disclosure>
    </div>
  );
}

import { useTranslations } from "next-intl";
import { StepForm } from "#components/desk/letter/step-form.tsx";
import type { StepProps } from "#components/desk/letter/words-forms.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { FormArea, FormRadios, FormText } from "#components/ui/form-fields.tsx";
import { decisions } from "#domain/suggestions/input.ts";

/** 列入研究: who looks into it, and how. */
export function StudyForm(props: StepProps) {
  const t = useTranslations("suggestions.study");
  return (
    <StepForm {...props} button={t("button")} icon="search" ids={{ words: "study-words" }} aside={t("aside")}>
      <FormArea name="words" id="study-words" label={t("words")} hint={t("hint")} maxLength={2000} rows={3} />
    </StepForm>
  );
}

/** 采纳, 部分采纳, 未采纳: once, in words, and by which document. */
export function AdoptForm(props: StepProps) {
  const t = useTranslations("suggestions.decide");
  const outcomes = useTranslations("suggestions.outcomes");
  return (
    <StepForm {...props} button={t("button")} icon="badge-check" ids={{ words: "adopt-words" }} aside={t("aside")}>
      <FormRadios
        name="outcome"
        legend={t("outcome")}
        options={decisions.map((value) => ({ value, words: outcomes(value), detail: t(`means.${value}`) }))}
      />
      <FormArea name="words" id="adopt-words" label={t("words")} hint={t("hint")} maxLength={2000} rows={4} />
      <Fieldset id="paper" legend={t("paper")} hint={t("paperHint")}>
        <div className="grid gap-3 sm:grid-cols-2">
          <FormText name="document" label={t("document")} maxLength={200} />
          <FormText name="documentNumber" label={t("documentNumber")} maxLength={60} />
          <FormText name="documentOn" type="date" label={t("documentOn")} />
          <FormText name="link" type="url" inputMode="url" label={t("link")} maxLength={300} />
        </div>
      </Fieldset>
    </StepForm>
  );
}

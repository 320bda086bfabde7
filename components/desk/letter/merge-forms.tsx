import { useTranslations } from "next-intl";
import { type FormAction, StepForm } from "#components/desk/letter/step-form.tsx";
import { FormArea, FormRadios, FormText } from "#components/ui/form-fields.tsx";
import type { SimilarLetter } from "#domain/letters/similar-letters.ts";

interface FormProps {
  action: FormAction;
  letterId: number;
}

/** 合并: into one of those that read alike, or into another by its number. */
export function MergeForm({ similar, ...props }: FormProps & { similar: SimilarLetter[] }) {
  const t = useTranslations("merged.merge");
  return (
    <StepForm {...props} button={t("button")} icon="arrow-left-right" ids={{ words: "merge-words" }} aside={t("aside")}>
      {similar.length > 0 && (
        <FormRadios
          name="host"
          legend={t("host")}
          options={[
            ...similar.map(({ number, title, likeness }) => ({
              value: number,
              words: `№${number} ${title}`,
              detail: t("share", { percent: Math.round(100 * likeness) }),
            })),
            { value: "", words: t("other") },
          ]}
        />
      )}
      <FormText
        name={similar.length > 0 ? "other" : "host"}
        label={t("number")}
        hint={t("numberHint")}
        className="max-w-64"
      />
      <FormArea name="words" id="merge-words" label={t("words")} hint={t("hint")} maxLength={2000} rows={2} />
    </StepForm>
  );
}

/** 拆分: it goes on as if nothing had been. */
export function SplitForm(props: FormProps) {
  const t = useTranslations("merged.split");
  return (
    <StepForm
      {...props}
      button={t("button")}
      icon="repeat"
      kind="plain"
      ids={{ words: "split-words" }}
      aside={t("aside")}
    >
      <FormArea name="words" id="split-words" label={t("words")} maxLength={2000} rows={2} />
    </StepForm>
  );
}

import { useTranslations } from "next-intl";
import { type FormAction, StepForm } from "#components/desk/letter/step-form.tsx";
import { FormArea, FormRadios } from "#components/ui/form-fields.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { decisions } from "#domain/letters/decisions.ts";

interface DecideFormProps {
  action: FormAction;
  letterId: number;
  /** Why the writer disagrees. */
  reasons: string | null;
  /** Of a letter that was refused there is nothing to amend. */
  mayAmend: boolean;
}

/** The superior office decides: 维持, 变更, 撤销, with its reasons. */
export function DecideForm({ action, letterId, reasons, mayAmend }: DecideFormProps) {
  const t = useTranslations("reviews.decide");
  const words = useTranslations("steps");
  return (
    <Panel kind="brand" id="decide" title={t("title")}>
      {reasons && (
        <>
          <p className="text-ink-2">{t("why")}</p>
          <p className="mb-3 border-s-4 border-rule ps-3 font-song leading-[1.8] whitespace-pre-line">{reasons}</p>
        </>
      )}
      <StepForm
        action={action}
        letterId={letterId}
        button={t("button")}
        ids={{ words: "decide-words" }}
        aside={t("aside")}
      >
        <FormRadios
          name="decision"
          legend={t("decision")}
          options={decisions
            .filter((one) => one !== "amend" || mayAmend)
            .map((value) => ({ value, words: words(value), detail: t(value) }))}
        />
        <FormArea name="words" id="decide-words" label={t("words")} hint={t("hint")} song maxLength={2000} rows={4} />
      </StepForm>
    </Panel>
  );
}

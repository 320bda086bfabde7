import { useTranslations } from "next-intl";
import { type FormAction, StepForm } from "#components/desk/letter/step-form.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import { Panel } from "#components/ui/panel.tsx";

interface HearingFormProps {
  action: FormAction;
  letterId: number;
}

/** 举行听证: put away until it is needed, for few reviews need one. */
export function OpenHearingForm({ action, letterId }: HearingFormProps) {
  const t = useTranslations("reviews.hearing");
  return (
    <Disclosure summary={t("open")}>
      <StepForm
        action={action}
        letterId={letterId}
        button={t("openButton")}
        ids={{ words: "hear-words" }}
        aside={t("openWhy")}
      >
        <FormArea name="words" id="hear-words" label={t("openLabel")} hint={t("openHint")} maxLength={2000} rows={3} />
      </StepForm>
    </Disclosure>
  );
}

/** While it runs it is the next thing to do. */
export function EndHearingForm({ action, letterId }: HearingFormProps) {
  const t = useTranslations("reviews.hearing");
  return (
    <Panel kind="brand" id="hearing" title={t("end")}>
      <p className="mb-3 text-ink-2">{t("runs")}</p>
      <StepForm action={action} letterId={letterId} button={t("endButton")} ids={{ words: "heard-words" }}>
        <FormArea
          name="words"
          id="heard-words"
          label={t("endLabel")}
          hint={t("endHint")}
          song
          maxLength={2000}
          rows={4}
        />
      </StepForm>
    </Panel>
  );
}

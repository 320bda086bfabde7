import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { StepForm } from "#components/desk/letter/step-form.tsx";
import { FormArea, FormRadios } from "#components/ui/form-fields.tsx";
import { hidingCodes, refusalCodes } from "#domain/letters/input.ts";

/** What every form of a step is told. */
export interface StepProps {
  action: FormAction;
  letterId: number;
  back: string;
  late: boolean;
}

/** 请来信人补充: the writer gets these words by message. */
export function AskForm(props: StepProps) {
  const t = useTranslations("desk-letter.ask");
  return (
    <StepForm {...props} button={t("button")} icon="message-square" ids={{ words: "ask-words" }} aside={t("aside")}>
      <FormArea name="words" id="ask-words" label={t("words")} hint={t("hint")} maxLength={2000} rows={3} />
    </StepForm>
  );
}

/** 不予受理: a reason of the law, and what the writer can do instead. */
export function RefuseForm(props: StepProps) {
  const t = useTranslations("desk-letter.refuse");
  const codes = useTranslations("letters.refusalCodes");
  return (
    <StepForm {...props} button={t("button")} kind="danger" ids={{ words: "refuse-words" }} aside={t("aside")}>
      <FormRadios
        name="code"
        legend={t("code")}
        options={refusalCodes.map((code) => ({ value: code, words: codes(code), detail: t(`instead.${code}`) }))}
      />
      <FormArea name="words" id="refuse-words" label={t("words")} hint={t("hint")} maxLength={2000} rows={4} />
    </StepForm>
  );
}

/** What came of it after the answer: it is added, and changes nothing that was said. */
export function FollowUpForm(props: StepProps) {
  const t = useTranslations("desk-letter.followUp");
  return (
    <StepForm {...props} button={t("button")} icon="eye" ids={{ words: "follow-words" }} aside={t("aside")}>
      <FormArea name="words" id="follow-words" label={t("words")} song maxLength={2000} rows={4} />
    </StepForm>
  );
}

/** Off the web at once, with a stone in its place. */
export function HideForm(props: StepProps) {
  const t = useTranslations("desk-letter.hide");
  const codes = useTranslations("letters.hidingCodes");
  return (
    <StepForm
      {...props}
      button={t("button")}
      kind="danger"
      icon="eye-off"
      ids={{ words: "hide-words" }}
      aside={t("aside")}
    >
      <FormRadios
        name="code"
        legend={t("code")}
        inline
        options={hidingCodes.map((code) => ({ value: code, words: codes(code) }))}
      />
      <FormArea name="words" id="hide-words" label={t("words")} hint={t("hint")} maxLength={2000} rows={3} />
    </StepForm>
  );
}

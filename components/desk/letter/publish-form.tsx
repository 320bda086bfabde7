import { useTranslations } from "next-intl";
import { ConfirmText, type Proposed } from "#components/desk/letter/confirm-text.tsx";
import { StepForm } from "#components/desk/letter/step-form.tsx";
import type { StepProps } from "#components/desk/letter/words-forms.tsx";

interface PublishFormProps extends StepProps {
  step: "publish" | "redact";
  title: Proposed;
  body: Proposed;
}

/** 公开 and 再隐去: the same two texts side by side; only what they do differs. */
export function PublishForm({ step, title, body, ...rest }: PublishFormProps) {
  const t = useTranslations("desk-letter.publish");
  return (
    <StepForm {...rest} button={t(step)} icon="eye" aside={t("aside")}>
      <ConfirmText title={title} body={body} />
    </StepForm>
  );
}

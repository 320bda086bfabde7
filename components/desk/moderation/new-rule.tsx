import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormRadios, FormSelect, FormText } from "#components/ui/form-fields.tsx";
import { Section } from "#components/ui/section.tsx";
import { longestRule, wordEffects } from "#domain/words/input.ts";

/** A rule is written down and tried; it is switched on from its result. */
export function NewRule({ action, regions }: { action: FormAction; regions: { value: string; words: string }[] }) {
  const t = useTranslations("desk-moderation.words");
  return (
    <Section title={t("new")}>
      <ActionForm action={action} problemsTitle={t("problems")} className="mt-3 grid gap-4">
        <FormText name="words" label={t("words")} hint={t("wordsHint")} required maxLength={longestRule} />
        <FormRadios
          name="effect"
          legend={t("effect")}
          defaultValue="mark"
          options={wordEffects.map((value) => ({
            value,
            words: t(`effects.${value}`),
            detail: t(`means.${value}`),
          }))}
        />
        <FormSelect name="region" label={t("region")} choices={regions} />
        <Button kind="go" className="justify-self-start">
          {t("add")}
        </Button>
      </ActionForm>
    </Section>
  );
}

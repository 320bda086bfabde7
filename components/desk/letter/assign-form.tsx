import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Findable } from "#components/desk/find-by-initials.ts";
import { StepForm } from "#components/desk/letter/step-form.tsx";
import type { StepProps } from "#components/desk/letter/words-forms.tsx";
import { PickOne } from "#components/desk/pick-one.tsx";
import { PickSeveral } from "#components/desk/pick-several.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";

interface AssignFormProps extends StepProps {
  offices: readonly Findable[];
  lead: string;
  assisting: readonly string[];
  /** The date that stays, with its working: the clock is handed over and never starts again. */
  date: ReactNode;
}

/** 转办: one office leads, any number assist. */
export function AssignForm({ offices, lead, assisting, date, ...step }: AssignFormProps) {
  const t = useTranslations("desk-letter.assign");
  const pick = useTranslations("desk-letter.pick");
  const words = { find: pick("find"), found: pick.raw("found"), none: pick("none") };
  return (
    <StepForm {...step} button={t("button")} icon="arrow-left-right" ids={{ words: "assign-words" }} aside={t("aside")}>
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        <PickOne
          name="lead"
          label={t("lead")}
          choices={[{ value: "", words: t("choose"), initials: "" }, ...offices]}
          defaultValue={lead}
          words={words}
        />
        <PickSeveral
          name="assisting"
          legend={t("assisting")}
          choices={offices}
          defaultValues={assisting}
          words={words}
        />
      </div>
      <FormArea name="words" id="assign-words" label={t("words")} hint={t("hint")} maxLength={2000} rows={2} />
      <Notice>
        <p>{t("sameClock")}</p>
        {date}
      </Notice>
    </StepForm>
  );
}

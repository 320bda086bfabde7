import { useTranslations } from "next-intl";
import { type FormAction, StepForm } from "#components/desk/letter/step-form.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import { Icon } from "#components/ui/icon.tsx";

interface BoxProps {
  action: FormAction;
  letterId: number;
}

/** A public update: solid blue, an eye, a filled button. Nobody must mistake it for the other one. */
export function ProgressBox({ action, letterId }: BoxProps) {
  const t = useTranslations("desk-letter.progress");
  return (
    <section className="border border-t-[3px] border-brand bg-card px-4 py-3">
      <h3 className="flex flex-wrap items-center gap-x-2 text-lg">
        <Icon of="eye" className="text-brand" />
        {t("title")}
        <small className="basis-full font-normal text-ink-2">{t("who")}</small>
      </h3>
      <StepForm
        action={action}
        letterId={letterId}
        button={t("button")}
        icon="eye"
        ids={{ words: "progress-words" }}
        aside={t("aside")}
      >
        <FormArea name="words" id="progress-words" label={t("words")} hint={t("hint")} maxLength={2000} rows={3} />
      </StepForm>
    </section>
  );
}

/** An internal note: dashed amber, a lock, an outlined button. */
export function NoteBox({ action, letterId }: BoxProps) {
  const t = useTranslations("desk-letter.note");
  return (
    <section className="tinted border-2 border-dashed border-warn bg-warn-bg px-4 py-3">
      <h3 className="flex flex-wrap items-center gap-x-2 text-lg text-warn">
        <Icon of="lock" />
        {t("title")}
        <small className="basis-full font-normal text-ink">{t("who")}</small>
      </h3>
      <StepForm
        action={action}
        letterId={letterId}
        button={t("button")}
        icon="lock"
        kind="plain"
        ids={{ words: "note-words" }}
        aside={<span className="text-warn">{t("aside")}</span>}
      >
        <FormArea name="words" id="note-words" label={t("words")} maxLength={2000} rows={3} />
      </StepForm>
    </section>
  );
}

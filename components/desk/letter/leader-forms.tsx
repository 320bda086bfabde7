import { useTranslations } from "next-intl";
import { StepForm } from "#components/desk/letter/step-form.tsx";
import type { StepProps } from "#components/desk/letter/words-forms.tsx";
import { type Earlier, OneTap } from "#components/desk/today/one-tap.tsx";
import { FormArea, FormCheckbox, FormRadios, FormText } from "#components/ui/form-fields.tsx";
import { inspectionWays, longestRhythm, usualRhythm } from "#domain/led-cases/input.ts";

interface InstructFormProps extends StepProps {
  earlier: Earlier | null;
  /** The position's standard wordings. */
  sentences: readonly string[];
}

/** 批示: a standard sentence on one tap, or one's own words; public unless this once it is not. */
export function InstructForm({ earlier, sentences, ...props }: InstructFormProps) {
  const t = useTranslations("desk-letter.instruct");
  return (
    <div className="grid gap-5">
      {!props.late && (
        <OneTap letterId={props.letterId} instruct={props.action} sentences={sentences} earlier={earlier} />
      )}
      <StepForm {...props} button={t("button")} icon="stamp" ids={{ words: "instruct-words" }}>
        <FormArea name="words" id="instruct-words" label={t("words")} song maxLength={2000} rows={3} />
        {earlier && (
          <FormText
            name="due"
            type="date"
            label={t("due")}
            hint={t("dueHint", { latest: earlier.latest })}
            min={earlier.today}
            max={earlier.latest}
            className="max-w-64"
          />
        )}
        <FormCheckbox name="internal" label={t("internal")} hint={t("internalHint")} />
      </StepForm>
    </div>
  );
}

/** 带案: in public, with a rhythm that everybody can hold the leader to. */
export function TakeOnForm(props: StepProps) {
  const t = useTranslations("leading.takeOn");
  return (
    <StepForm {...props} button={t("button")} icon="flag" ids={{ words: "take-on-words" }} aside={t("aside")}>
      <FormText
        name="every"
        type="number"
        inputMode="numeric"
        min={1}
        max={longestRhythm}
        label={t("every")}
        hint={t("everyHint")}
        defaultValue={String(usualRhythm)}
        className="max-w-64"
      />
      <FormArea name="words" id="take-on-words" label={t("words")} song maxLength={2000} rows={2} />
    </StepForm>
  );
}

/** 督查记录: how they looked, and what they found. */
export function InspectForm(props: StepProps) {
  const t = useTranslations("leading.inspecting");
  const ways = useTranslations("leading.ways");
  return (
    <StepForm {...props} button={t("button")} icon="flag" ids={{ words: "inspect-words" }} aside={t("aside")}>
      <FormRadios
        name="way"
        legend={t("way")}
        inline
        defaultValue="note"
        options={inspectionWays.map((way) => ({ value: way, words: ways(way) }))}
      />
      <FormArea name="words" id="inspect-words" label={t("words")} song maxLength={2000} rows={3} />
    </StepForm>
  );
}

/** 结束带案. */
export function LetGoForm(props: StepProps) {
  const t = useTranslations("leading.letGo");
  return (
    <StepForm {...props} button={t("button")} kind="plain" ids={{ words: "let-go-words" }} aside={t("aside")}>
      <FormArea name="words" id="let-go-words" label={t("words")} song maxLength={2000} rows={2} />
    </StepForm>
  );
}

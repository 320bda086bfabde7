import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { FormArea, FormRadios } from "#components/ui/form-fields.tsx";
import { grades, solvedAnswers } from "#domain/letters/input.ts";

interface JudgeFieldsProps {
  /** Until when, in words; null once the judging time is over. */
  until: string | null;
  mayReopen: boolean;
  /** The judging time is over: figures still change, nothing reopens. */
  late: boolean;
}

/** One tap each for solved, attitude and speed, words if wanted; two buttons: the verdict stands, or the letter goes back. */
export function JudgeFields({ until, mayReopen, late }: JudgeFieldsProps) {
  const t = useTranslations("me.act.judge");
  const words = useTranslations("letters");
  const graded = grades.map((value) => ({ value, words: words(`grades.${value}`) }));
  return (
    <>
      <FormRadios
        name="solved"
        inline
        legend={t("solved")}
        options={solvedAnswers.map((value) => ({ value, words: words(`solved.${value}`) }))}
      />
      <FormRadios name="attitude" legend={t("attitude")} options={graded} />
      <FormRadios name="speed" legend={t("speed")} options={graded} />
      <FormArea name="words" label={t("words")} hint={t("wordsHint")} maxLength={1000} song />
      {!late && until && <p className="text-sm text-ink-2">{t("until", { date: until })}</p>}
      <p className="flex flex-wrap items-center gap-3">
        <Button kind="go" name="do" value="rate">
          {t(late ? "rate" : "rateClose")}
        </Button>
        {mayReopen && (
          <Button name="do" value="reopen" icon="repeat">
            {t("reopen")}
          </Button>
        )}
      </p>
      {mayReopen && <p className="text-sm text-ink-2">{t("reopenHint")}</p>}
    </>
  );
}

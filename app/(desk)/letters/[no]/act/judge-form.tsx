import { getTranslations } from "next-intl/server";
import { Which } from "#app/(desk)/letters/[no]/act/which.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea, FormRadios } from "#components/ui/form-fields.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { grades, solvedAnswers } from "#domain/letters/input.ts";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";
import { judge } from "./actions.ts";

interface JudgeFormProps {
  letter: LetterForPerson;
  mayReopen: boolean;
  /** The judging time is over: figures still change, nothing reopens. */
  late: boolean;
}

/** The writer's own verdict: solved, attitude, speed; or back to the office, once. */
export async function JudgeForm({ letter, mayReopen, late }: JudgeFormProps) {
  const t = await getTranslations("me.act.judge");
  const words = await getTranslations("letters");
  const calendar = await getTranslations("calendar");
  const problems = (await getTranslations("write"))("problemsTitle");
  const graded = grades.map((value) => ({ value, words: words(`grades.${value}`) }));
  return (
    <Panel kind="brand" id="judge" title={t("title")}>
      {late && <p className="mb-2 text-ink-2">{t("late")}</p>}
      <ActionForm action={judge} problemsTitle={problems} className="grid gap-5">
        <Which letter={letter} />
        <FormRadios
          name="solved"
          inline
          legend={t("solved")}
          options={solvedAnswers.map((value) => ({ value, words: words(`solved.${value}`) }))}
        />
        <FormRadios name="attitude" legend={t("attitude")} options={graded} />
        <FormRadios name="speed" legend={t("speed")} options={graded} />
        <FormArea name="words" label={t("words")} hint={t("wordsHint")} maxLength={1000} song />
        {!late && letter.turn && (
          <p className="text-sm text-ink-2">{t("until", { date: dayWords(calendar, letter.turn.dueOn) })}</p>
        )}
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
      </ActionForm>
    </Panel>
  );
}

import { getTranslations } from "next-intl/server";
import { Which } from "#app/(desk)/letters/[no]/act/which.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { JudgeFields } from "#components/letters/judge-fields.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Panel } from "#components/ui/panel.tsx";
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
  const calendar = await getTranslations("calendar");
  const problems = (await getTranslations("write"))("problemsTitle");
  return (
    <Panel kind="brand" id="judge" title={t("title")}>
      {late && <p className="mb-2 text-ink-2">{t("late")}</p>}
      <ActionForm action={judge} problemsTitle={problems} className="grid gap-5">
        <Which letter={letter} />
        <JudgeFields until={letter.turn && dayWords(calendar, letter.turn.dueOn)} mayReopen={mayReopen} late={late} />
      </ActionForm>
    </Panel>
  );
}

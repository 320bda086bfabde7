import { useTranslations } from "next-intl";
import { AnswerParts, type PartWords } from "#components/desk/letter/answer-parts.tsx";
import { AnswerPromise } from "#components/desk/letter/answer-promise.tsx";
import { KeepDraft } from "#components/desk/letter/keep-draft.tsx";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormRadios } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import { answerParts, solvedAnswers } from "#domain/letters/input.ts";

interface AnswerFormProps {
  action: FormAction;
  /** 存草稿, without a script. */
  save: (form: FormData) => Promise<void>;
  /** The same by itself, with the time for the line beside the buttons. */
  keep: (form: FormData) => Promise<{ at: string } | null>;
  letterId: number;
  /** In whose name it is given. */
  speaker: string;
  draft: Partial<Record<(typeof answerParts)[number] | "promise" | "due", string>>;
  /** When the draft was kept last: 09:41. */
  savedAt: string | null;
  /** The first day that may be promised with it; null for who promises nothing. */
  promiseFrom: CivilDate | null;
  late: boolean;
}

/** The answer beside the letter: four parts, kept as they are written, checked when they are sent. */
export function AnswerForm({
  action,
  save,
  keep,
  letterId,
  speaker,
  draft,
  savedAt,
  promiseFrom,
  late,
}: AnswerFormProps) {
  const t = useTranslations("desk-letter.answer");
  const names = useTranslations("letters.answer");
  const solved = useTranslations("letters.solved");
  const vague = useTranslations("handling.answer");
  const part = (name: (typeof answerParts)[number]) =>
    [name, { name: names(name), hint: t(`hints.${name}`), write: t(`write.${name}`) }] as const;
  const words: PartWords = {
    parts: Object.fromEntries(answerParts.map(part)) as PartWords["parts"],
    written: t("written"),
    missing: t("missing"),
    lacking: t.raw("lacking"),
    complete: t("complete"),
    vague: vague.raw("vague"),
    toPromise: promiseFrom ? vague("toPromise") : null,
  };
  return (
    <section id="answer" className="border border-rule bg-card px-4 pt-3 pb-4">
      <p className="seal-rule mb-3 flex flex-wrap items-baseline justify-between gap-x-4 pb-1.5">
        <b className="font-song text-lg [&:lang(zh-CN)]:tracking-[.2em]">{t("title")}</b>
        <span className="text-sm text-ink-2">{t("of", { speaker })}</span>
      </p>
      <ActionForm action={action} problemsTitle={t("problems")} className="grid gap-4">
        <input type="hidden" name="letterId" value={letterId} />
        <AnswerParts draft={draft} words={words} />
        {promiseFrom && <AnswerPromise draft={draft} from={promiseFrom} />}
        <FormRadios
          name="solved"
          inline
          legend={t("solved")}
          hint={t("solvedHint")}
          options={solvedAnswers.map((value) => ({ value, words: solved(value) }))}
        />
        {late ? (
          <Notice kind="warn">{t("late")}</Notice>
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            <Button kind="go" icon="send">
              {t("button")}
            </Button>
            <Button formAction={save}>{t("save")}</Button>
            <KeepDraft
              keep={keep}
              words={{ saved: t.raw("saved"), saving: t("saving"), notSaved: t("notSaved") }}
              before={savedAt ? t("saved", { time: savedAt }) : undefined}
            />
          </div>
        )}
      </ActionForm>
    </section>
  );
}

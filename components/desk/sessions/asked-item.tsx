import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { DemoTag, nameOf } from "#components/people/speaker.tsx";
import { Said } from "#components/posts/said.tsx";
import { Answer } from "#components/sessions/question.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import { When } from "#components/ui/when.tsx";
import { longestComment } from "#domain/comments/input.ts";
import type { OwnPlate } from "#domain/people/read-plates.ts";
import type { Question } from "#domain/sessions/read-questions.ts";

export interface AnsweringForms {
  /** Empty before the session begins: nobody is answered then. */
  plates: readonly OwnPlate[];
  answer: FormAction;
  /** Only while it is live. */
  takeUp: FormAction | null;
}

interface AskedItemProps extends AnsweringForms {
  asked: Question;
  /** Everybody sees that it is taken up. */
  isAnswering?: boolean;
}

/** A question at the desk of who answers: what is asked, how many support it, and the answer on the same spot. */
export function AskedItem({ asked: { question, answers }, isAnswering = false, ...forms }: AskedItemProps) {
  const t = useTranslations("sessions.desk");
  const language = useLocale();
  return (
    <li
      id={`comment-${question.id}`}
      className={`border border-rule bg-card px-4 py-3 ${isAnswering ? "border-t-[3px] border-t-brand" : ""}`}
    >
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
        <b className="tabular-nums text-ink">{t("votes", { n: question.up })}</b>
        <span>{nameOf(language, question.speaker)}</span>
        <When at={question.at} />
        {question.demo && <DemoTag />}
      </p>
      <Said text={question.body} className="mt-1" />
      {answers.map((answer) => (
        <Answer key={answer.id} answer={answer} />
      ))}
      <Forms asked={{ question, answers }} isAnswering={isAnswering} {...forms} />
    </li>
  );
}

function Forms({ asked: { question, answers }, isAnswering, plates, answer, takeUp }: AskedItemProps) {
  const t = useTranslations("sessions.desk");
  const form = plates.length > 0 && <AnswerForm of={question} plates={plates} action={answer} />;
  return (
    <div className="mt-2 grid gap-2">
      {answers.length === 0 || !form ? (
        form
      ) : (
        <details>
          <summary className="inline-flex min-h-target items-center font-semibold text-link">{t("answerMore")}</summary>
          {form}
        </details>
      )}
      {takeUp && (
        <ActionForm action={takeUp} problemsTitle={t("takeUp")}>
          <input type="hidden" name="postId" value={question.postId} />
          <input type="hidden" name="commentId" value={isAnswering ? "" : question.id} />
          <Button icon={isAnswering ? "minus" : "megaphone"}>{t(isAnswering ? "letGo" : "takeUp")}</Button>
        </ActionForm>
      )}
    </div>
  );
}

interface AnswerFormProps {
  of: Question["question"];
  plates: readonly OwnPlate[];
  action: FormAction;
}

function AnswerForm({ of: { id, postId }, plates, action }: AnswerFormProps) {
  const t = useTranslations("sessions.desk");
  const language = useLocale();
  const field = `answer-${id}`;
  return (
    <ActionForm action={action} problemsTitle={t("problems")} ids={{ body: field }} className="grid gap-2">
      <input type="hidden" name="postId" value={postId} />
      <input type="hidden" name="commentId" value={id} />
      <FormArea name="body" id={field} label={t("answer")} rows={3} maxLength={longestComment} required />
      <div className="flex flex-wrap gap-3">
        {plates.map(({ leaderId, officeId, speaker }) => (
          <Button
            key={leaderId ?? `office ${officeId}`}
            kind="go"
            name="plate"
            value={leaderId ? `leader:${leaderId}` : `office:${officeId}`}
          >
            {t("answerSend", { name: nameOf(language, speaker) })}
          </Button>
        ))}
      </div>
    </ActionForm>
  );
}

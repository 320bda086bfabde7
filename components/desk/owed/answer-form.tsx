import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { longestComment } from "#domain/comments/input.ts";
import type { OwedRow } from "#domain/owed-answers/list-owed.ts";

interface AnswerFormProps {
  owed: OwedRow;
  /** Under whose plate it will stand. */
  speaker: string;
  action: (before: FormState, form: FormData) => Promise<FormState>;
}

/** The answer is a reply to the comment, in public and under a plate. */
export function AnswerForm({ owed, speaker, action }: AnswerFormProps) {
  const t = useTranslations("owed.desk");
  const id = `answer-${owed.id}`;
  const { leaderId, officeId } = owed.plate!;
  return (
    <ActionForm action={action} problemsTitle={t("problems")} ids={{ body: id }} className="mt-2 grid gap-3">
      <input type="hidden" name="postId" value={owed.post.id} />
      <input type="hidden" name="replyTo" value={owed.comment!.id} />
      {leaderId === null ? (
        <input type="hidden" name="officeId" value={officeId!} />
      ) : (
        <input type="hidden" name="leaderId" value={leaderId} />
      )}
      <FormArea
        name="body"
        id={id}
        label={t("words")}
        hint={t("hint", { name: speaker })}
        maxLength={longestComment}
        rows={3}
      />
      <div>
        <Button kind="go" icon="reply">
          {t("send")}
        </Button>
      </div>
    </ActionForm>
  );
}

import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { nameOf } from "#components/people/speaker.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormRadios } from "#components/ui/form-fields.tsx";
import { Section } from "#components/ui/section.tsx";
import type { ShownComment } from "#domain/comments/shown.ts";
import { hidingCodes } from "#domain/moderation/codes.ts";

interface BulkFormProps {
  act: "hide" | "review";
  does: readonly ShownComment[];
  skips: readonly ShownComment[];
  /** Minutes in which all of it can be undone. */
  minutes: number;
  action: FormAction;
}

/** What will happen, comment by comment, what is passed over and why, and the button with the number on it. */
export function BulkForm({ act, does, skips, minutes, action }: BulkFormProps) {
  const t = useTranslations("desk-moderation.bulk");
  const codes = useTranslations("moderation.codes");
  return (
    <>
      {does.length > 0 && (
        <Section title={t(`does.${act}`, { n: does.length })}>
          <List comments={does} />
        </Section>
      )}
      {skips.length > 0 && (
        <Section title={t("skips", { n: skips.length })} rule="above">
          <List comments={skips} />
        </Section>
      )}
      {does.length > 0 && (
        <ActionForm action={action} problemsTitle={t("problems")} className="mt-6 grid gap-4">
          {does.map(({ id }) => (
            <input key={id} type="hidden" name="commentIds" value={id} />
          ))}
          <input type="hidden" name="act" value={act} />
          {act === "hide" && (
            <FormRadios
              name="code"
              legend={t("why")}
              options={hidingCodes.map((code) => ({ value: code, words: codes(code) }))}
            />
          )}
          <p className="text-sm text-ink-2">{t("each", { minutes })}</p>
          <Button
            kind={act === "hide" ? "danger" : "go"}
            icon={act === "hide" ? "eye-off" : "check"}
            className="justify-self-start"
          >
            {t(`send.${act}`, { n: does.length })}
          </Button>
        </ActionForm>
      )}
    </>
  );
}

function List({ comments }: { comments: readonly ShownComment[] }) {
  const language = useLocale();
  return (
    <ul>
      {comments.map((comment) => (
        <li key={comment.id} className="border-b border-rule py-2">
          <b className="text-sm">{nameOf(language, comment.speaker)}</b>
          <p className="line-clamp-3">{comment.body}</p>
        </li>
      ))}
    </ul>
  );
}

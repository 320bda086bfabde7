import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { hourWords } from "#components/letters/date-words.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

interface UndoNoticeProps {
  action: FormAction;
  subject: string;
  did: "hide" | "leave";
  at: Date;
  /** Null: it is too late for that. */
  until: Date | null;
}

/** What was just done, and until when it can be taken back: a time of day, not a countdown. */
export function UndoNotice({ action, subject, did, at, until }: UndoNoticeProps) {
  const t = useTranslations("desk-comments.undo");
  return (
    <Notice
      kind="ok"
      live
      act={
        until && (
          <ActionForm action={action} problemsTitle={t("button")}>
            <input type="hidden" name="subject" value={subject} />
            <Button size="small" icon="history">
              {t("button")}
            </Button>
          </ActionForm>
        )
      }
    >
      {t(did, { time: hourWords(at) })} {until ? t("until", { time: hourWords(until) }) : t("over")}
    </Notice>
  );
}

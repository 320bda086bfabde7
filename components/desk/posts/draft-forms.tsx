import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormArea, FormText } from "#components/ui/form-fields.tsx";
import { longestReturn } from "#domain/posts/input.ts";

interface DraftFormProps {
  action: FormAction;
  postId: number;
}

/** 退回: in words, because whoever wrote it must know what to mend. */
export function ReturnForm({ action, postId }: DraftFormProps) {
  const t = useTranslations("composer");
  const id = `return-${postId}`;
  return (
    <Folded action={action} ids={{ words: id }} summary={t("sendBack")}>
      <div className="grid gap-2">
        <input type="hidden" name="postId" value={postId} />
        <FormArea
          name="words"
          id={id}
          label={t("returnWords")}
          hint={t("returnHint")}
          rows={2}
          maxLength={longestReturn}
        />
        <Button icon="undo-2" className="justify-self-start">
          {t("returnSend")}
        </Button>
      </div>
    </Folded>
  );
}

interface RescheduleProps extends DraftFormProps {
  /** 2026-11-23T09:00 in Shanghai, as are the others. */
  publishAt: string;
  soonest: string;
}

/** 改时间: of what goes out by itself. */
export function RescheduleForm({ action, postId, publishAt, soonest }: RescheduleProps) {
  const t = useTranslations("composer");
  const id = `publishAt-${postId}`;
  return (
    <Folded action={action} ids={{ publishAt: id }} summary={t("reschedule")}>
      <div className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="postId" value={postId} />
        <FormText
          name="publishAt"
          id={id}
          type="datetime-local"
          label={t("newTime")}
          hint={t("publishAtHint")}
          min={soonest}
          defaultValue={publishAt}
          className="min-w-0 flex-1 basis-52"
        />
        <Button icon="clock">{t("rescheduleSend")}</Button>
      </div>
    </Folded>
  );
}

interface FoldedProps {
  action: FormAction;
  ids: Record<string, string>;
  summary: string;
  children: ReactNode;
}

/** The form is around the fold, so that a no is in sight without scripts as well, where the fold is closed again. */
function Folded({ action, ids, summary, children }: FoldedProps) {
  const t = useTranslations("composer");
  return (
    <div className="min-w-0 has-[[open],[role=alert]]:basis-full">
      <ActionForm action={action} problemsTitle={t("problems")} ids={ids}>
        <Disclosure summary={summary}>
          <div className="pt-1 pb-2">{children}</div>
        </Disclosure>
      </ActionForm>
    </div>
  );
}

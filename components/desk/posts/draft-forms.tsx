import { useTranslations } from "next-intl";
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
    <Disclosure summary={t("sendBack")} className="open:basis-full">
      <ActionForm action={action} problemsTitle={t("problems")} ids={{ words: id }} className="grid gap-2 pt-1 pb-2">
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
      </ActionForm>
    </Disclosure>
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
    <Disclosure summary={t("reschedule")} className="open:basis-full">
      <ActionForm
        action={action}
        problemsTitle={t("problems")}
        ids={{ publishAt: id }}
        className="flex flex-wrap items-end gap-2 pt-1 pb-2"
      >
        <input type="hidden" name="postId" value={postId} />
        <FormText
          name="publishAt"
          id={id}
          type="datetime-local"
          label={t("publishAt")}
          hint={t("publishAtHint")}
          min={soonest}
          defaultValue={publishAt}
          className="min-w-0 flex-1 basis-52"
        />
        <Button icon="clock">{t("rescheduleSend")}</Button>
      </ActionForm>
    </Disclosure>
  );
}

import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { hourWords } from "#components/letters/date-words.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonLook } from "#components/ui/button-look.ts";
import { FormRadios } from "#components/ui/form-fields.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { hidingCodes } from "#domain/moderation/codes.ts";
import type { ModeratedItem } from "#domain/moderation/read-queue.ts";

export interface ItemActions {
  hide: FormAction;
  leave: FormAction;
  restore: FormAction;
  claim: FormAction;
  release: FormAction;
}

interface ItemActsProps {
  item: ModeratedItem;
  personId: number;
  /** Where the convert panel opens. */
  convertHref: string;
  converting: boolean;
  actions: ItemActions;
}

/** 转为信件; for its moderator also 留在评论区 and 隐藏. Each goes into the public log with the office and the reason. */
export function ItemActs({ item, personId, convertHref, converting, actions }: ItemActsProps) {
  const t = useTranslations("desk-comments");
  if (item.hiddenAt) {
    return (
      <div className="grid gap-2">
        <p className="text-sm text-ink-2">{t("isHidden", { time: hourWords(item.hiddenAt) })}</p>
        <OneButton action={actions.restore} commentId={item.id} words={t("restore")} />
      </div>
    );
  }
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-start gap-2">
        <LinkButton
          href={convertHref}
          kind={converting ? "brand" : "go"}
          icon="mail"
          data-key="e"
          aria-current={converting ? "true" : undefined}
        >
          {t("convert.open")}
        </LinkButton>
        {item.moderates && <Moderating item={item} personId={personId} actions={actions} />}
      </div>
      <p className="text-sm text-ink-2">{t(item.moderates ? "logged" : "loggedLetter")}</p>
    </div>
  );
}

function Moderating({ item, personId, actions }: Pick<ItemActsProps, "item" | "personId" | "actions">) {
  const t = useTranslations("desk-comments");
  const own = item.claim?.personId === personId;
  return (
    <>
      {!item.reviewedAt && <OneButton action={actions.leave} commentId={item.id} words={t("leave")} />}
      {/* The fold is inside the form: what is wrong stands above it, in sight also without a script. */}
      <ActionForm action={actions.hide} problemsTitle={t("hide.problems")} className="has-[[open]]:basis-full">
        <input type="hidden" name="commentId" value={item.id} />
        <details>
          <summary className={buttonLook("danger")}>{t("hide.open")}</summary>
          <div className="mt-2 grid gap-3 border border-danger bg-card px-4 py-3">
            <HideReasons />
            <div>
              <Button kind="danger" icon="eye-off">
                {t("hide.button")}
              </Button>
            </div>
          </div>
        </details>
      </ActionForm>
      <OneButton
        action={own ? actions.release : actions.claim}
        commentId={item.id}
        words={t(own ? "claim.letGo" : "claim.take")}
        keyName="a"
      />
    </>
  );
}

function HideReasons() {
  const t = useTranslations("desk-comments.hide");
  const codes = useTranslations("moderation.codes");
  return (
    <FormRadios
      name="code"
      legend={<span className="text-base">{t("why")}</span>}
      hint={t("hint")}
      options={hidingCodes.map((code) => ({ value: code, words: codes(code) }))}
    />
  );
}

interface OneButtonProps {
  action: FormAction;
  commentId: number;
  words: string;
  keyName?: string;
}

/** A form that is one button: its refusal stands above it. */
function OneButton({ action, commentId, words, keyName }: OneButtonProps) {
  return (
    <ActionForm action={action} problemsTitle={words}>
      <input type="hidden" name="commentId" value={commentId} />
      <Button data-key={keyName}>{words}</Button>
    </ActionForm>
  );
}

import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ButtonKind } from "#components/ui/button-look.ts";
import type { IconName } from "#components/ui/icon-shapes.ts";

interface OneActProps {
  action: FormAction;
  postId: number;
  words: string;
  /** The same words and which post, for who hears one button after the other. */
  label?: string;
  kind?: ButtonKind;
  icon?: IconName;
}

/** A form that is one button: 同意发布, 置顶, 撤销. */
export function OneAct({ action, postId, words, label, kind, icon }: OneActProps) {
  return (
    <ActionForm action={action} problemsTitle={words}>
      <input type="hidden" name="postId" value={postId} />
      <Button kind={kind} icon={icon} aria-label={label}>
        {words}
      </Button>
    </ActionForm>
  );
}

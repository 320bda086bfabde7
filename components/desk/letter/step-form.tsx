import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ButtonKind } from "#components/ui/button-look.ts";
import type { FormState } from "#components/ui/form-state.ts";
import type { IconName } from "#components/ui/icon-shapes.ts";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** An action made by `formAction`. */
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

interface StepFormProps {
  action: FormAction;
  letterId: number;
  /** What the button says: it names the act, not "OK". */
  button: string;
  icon?: IconName;
  kind?: ButtonKind;
  /** Where a field's id is not its name. */
  ids?: Record<string, string>;
  /** Where the form is put away again; none for a form that always stands on the page. */
  back?: string;
  /** The letter has moved on meanwhile: what was typed can still be read and copied, and no longer be sent. */
  late?: boolean;
  /** A line beside the button: who will read it. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The form of one step of a letter. */
export function StepForm({
  action,
  letterId,
  button,
  icon,
  kind = "go",
  ids,
  back,
  late,
  aside,
  children,
}: StepFormProps) {
  const t = useTranslations("desk-letter.form");
  return (
    <ActionForm action={action} problemsTitle={t("problems")} ids={ids} className="grid gap-4">
      <input type="hidden" name="letterId" value={letterId} />
      {children}
      {late ? (
        <Notice kind="warn">{t("late")}</Notice>
      ) : (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button kind={kind} icon={icon}>
            {button}
          </Button>
          {back && (
            <A href={back} className="inline-flex min-h-target items-center">
              {t("back")}
            </A>
          )}
          {aside && <span className="text-sm text-ink-2">{aside}</span>}
        </div>
      )}
    </ActionForm>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormSelect, FormText } from "#components/ui/form-fields.tsx";
import { longestName } from "#domain/themes/input.ts";
import type { ShownTheme } from "#domain/themes/read-themes.ts";

/** Those of app/(desk)/desk/posts/[id]/themes/actions.ts. */
export interface ThemeActions {
  rename: FormAction;
  merge: FormAction;
  drop: FormAction;
  move: FormAction;
}

interface ThemeFormProps {
  postId: number;
  theme: Pick<ShownTheme, "id" | "name">;
  action: FormAction;
}

export function RenameForm({ postId, theme, action }: ThemeFormProps) {
  const t = useTranslations("themes.desk");
  const id = `rename-${theme.id}`;
  return (
    <ThemeForm action={action} postId={postId} theme={theme} ids={{ name: id }}>
      <FormText
        name="name"
        id={id}
        label={t("rename")}
        defaultValue={theme.name}
        maxLength={longestName}
        autoComplete="off"
        className="min-w-0 flex-1 basis-32"
      />
      <Button>{t("renameSend")}</Button>
    </ThemeForm>
  );
}

/** 并入: with one theme there is nothing to put it into. */
export function MergeForm({
  others,
  ...form
}: ThemeFormProps & { others: readonly Pick<ShownTheme, "id" | "name">[] }) {
  const t = useTranslations("themes.desk");
  const id = `merge-${form.theme.id}`;
  const choices = others.filter(({ id: other }) => other !== form.theme.id);
  if (choices.length === 0) return null;
  return (
    <ThemeForm {...form} ids={{ intoId: id }}>
      <FormSelect
        name="intoId"
        id={id}
        label={t("mergeInto")}
        choices={choices.map((other) => ({ value: String(other.id), words: other.name }))}
        className="min-w-0 flex-1 basis-32"
      />
      <Button>{t("mergeSend")}</Button>
    </ThemeForm>
  );
}

export function DropForm(form: ThemeFormProps) {
  const t = useTranslations("themes.desk");
  return (
    <ThemeForm {...form} ids={{}}>
      <Button kind="quiet" aria-label={t("dropOf", { name: form.theme.name })}>
        {t("drop")}
      </Button>
    </ThemeForm>
  );
}

interface FormProps extends ThemeFormProps {
  ids: Record<string, string>;
  children: ReactNode;
}

function ThemeForm({ action, postId, theme, ids, children }: FormProps) {
  const t = useTranslations("themes.desk");
  return (
    <ActionForm action={action} problemsTitle={t("problems")} ids={ids} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="postId" value={postId} />
      <input type="hidden" name="themeId" value={theme.id} />
      {children}
    </ActionForm>
  );
}

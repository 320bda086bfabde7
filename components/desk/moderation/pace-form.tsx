import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormCheckbox, FormSelect } from "#components/ui/form-fields.tsx";
import { Section } from "#components/ui/section.tsx";

const minutes = [0, 1, 5, 10, 30, 60] as const;

interface PaceFormProps {
  post: { id: number; slowSeconds: number | null; verifiedOnly: boolean };
  action: FormAction;
}

/** 慢速模式, and whose votes are taken: what is chosen stands under the post. */
export function PaceForm({ post, action }: PaceFormProps) {
  const t = useTranslations("desk-moderation.discussion");
  return (
    <Section title={t("pace")}>
      <ActionForm action={action} problemsTitle={t("problems")} className="mt-3 grid max-w-measure gap-3">
        <input type="hidden" name="postId" value={post.id} />
        <FormSelect
          name="minutes"
          label={t("minutes")}
          hint={t("paceHint")}
          defaultValue={String((post.slowSeconds ?? 0) / 60)}
          choices={minutes.map((n) => ({ value: String(n), words: n === 0 ? t("off") : t("every", { n }) }))}
        />
        <FormCheckbox name="verifiedOnly" label={t("verifiedOnly")} defaultChecked={post.verifiedOnly} />
        <Button className="justify-self-start">{t("set")}</Button>
      </ActionForm>
    </Section>
  );
}

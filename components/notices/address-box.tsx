import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormText } from "#components/ui/form-fields.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { whenWords } from "#components/ui/when-words.ts";

type Act = (before: FormState, form: FormData) => Promise<FormState>;

interface AddressBoxProps {
  to: { sms: string | null; email: string | null };
  /** Given, and not confirmed yet. */
  waiting: { email: string; until: Date } | null;
  /** There is somebody who carries mail. */
  open: boolean;
  acts: { give: Act; drop: Act };
}

/** Where messages go. An address counts once whoever reads it has said so. */
export function AddressBox({ to, waiting, open, acts }: AddressBoxProps) {
  const t = useTranslations("notice-settings.address");
  const problems = useTranslations("notice-settings")("problems");
  const language = useLocale();
  const strong = { b: (words: React.ReactNode) => <b>{words}</b> };
  return (
    <Section title={t("title")}>
      <p className="mt-2">{to.email ? t.rich("now", { ...strong, email: to.email }) : t("none")}</p>
      <p>{to.sms ? t("phone", { phone: to.sms }) : t("noPhone")}</p>
      {waiting && (
        <Notice kind="warn" live>
          {t.rich("waiting", {
            ...strong,
            email: waiting.email,
            until: whenWords({ at: waiting.until, short: true }, language),
          })}
        </Notice>
      )}
      {!open && <Notice>{t("unavailable")}</Notice>}
      {open && (
        <ActionForm action={acts.give} problemsTitle={problems} className="mt-3 grid max-w-[28rem] gap-3">
          <FormText
            name="email"
            type="email"
            inputMode="email"
            autoComplete="email"
            label={t("email")}
            maxLength={254}
          />
          <Button icon="mail">{t(to.email ? "change" : "give")}</Button>
        </ActionForm>
      )}
      {to.email && (
        <ActionForm action={acts.drop} problemsTitle={problems} className="mt-2">
          <Button kind="quiet">{t("drop")}</Button>
        </ActionForm>
      )}
    </Section>
  );
}

import { getTranslations } from "next-intl/server";
import { toString as drawQr } from "qrcode";
import { Columns } from "#components/frame/columns.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormText } from "#components/ui/form-fields.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { totpAddress } from "#domain/sign-in/totp.ts";

interface CredentialsProps {
  title: string;
  lead: string;
  token: string;
  totpSecret: string;
  /** How the account is called in the authenticator. */
  label: string;
  /** An empty platform is told which place it is for. */
  asksRegion?: boolean;
  action: (before: FormState, form: FormData) => Promise<FormState>;
}

/** Name, password and authenticator, behind a link that opens once. The QR code never leaves this machine to be drawn. */
export async function Credentials({ title, lead, token, totpSecret, label, asksRegion, action }: CredentialsProps) {
  const t = await getTranslations("sign-in.credentials");
  const problems = (await getTranslations("sign-in"))("problems");
  const qr = await drawQr(totpAddress(totpSecret, label), { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return (
    <Columns>
      <h1>{title}</h1>
      <p className="mt-1 text-ink-2">{lead}</p>
      <ActionForm action={action} problemsTitle={problems} className="mt-4 grid gap-4">
        <input type="hidden" name="token" value={token} />
        {asksRegion && <FormText name="region" label={t("region")} hint={t("regionHint")} />}
        <FormText name="name" label={t("name")} hint={t("nameHint")} autoComplete="username" autoCapitalize="none" />
        <FormText
          name="password"
          type="password"
          label={t("password")}
          hint={t("passwordHint")}
          autoComplete="new-password"
        />
        <Section title={t("scan")} className="mt-4">
          <p className="my-2">{t("scanHint")}</p>
          <div className="flex flex-wrap items-center gap-4">
            {/* biome-ignore lint/performance/noImgElement: an image in the page itself, nothing to load or optimise */}
            <img
              src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`}
              alt={t("qr")}
              className="size-48 border border-rule"
            />
            <p className="min-w-0">
              <span className="block text-sm text-ink-2">{t("secret")}</span>
              <code className="font-mono text-base">{totpSecret.match(/.{1,4}/g)?.join(" ")}</code>
            </p>
          </div>
        </Section>
        <FormText name="totp" label={t("totp")} inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
        <Button kind="go" size="large">
          {t("enter")}
        </Button>
      </ActionForm>
    </Columns>
  );
}

/** Nothing is said about who it was for: whoever tries links learns nothing. */
export async function DeadLink({ words }: { words: string }) {
  const t = await getTranslations("sign-in.credentials");
  return (
    <Columns>
      <h1>{t("dead")}</h1>
      <Notice kind="warn">{words}</Notice>
    </Columns>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { Columns } from "#components/frame/columns.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { readConfirmation } from "#domain/mail-addresses/confirm-address.ts";
import { confirm } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notice-settings.confirm"))("title"), robots: { index: false } };
}

/** Behind the link in a confirmation mail. Opening it confirms nothing: mail programs open links to look at them. */
export default async function ConfirmAddress({ params, searchParams }: PageProps<"/confirm-address/[token]">) {
  const { token } = await params;
  const { done } = await searchParams;
  const t = await getTranslations("notice-settings.confirm");
  const email = done ? null : await readConfirmation(db, token, await now());
  const problems = (await getTranslations("notice-settings"))("problems");
  return (
    <Columns>
      <h1>{t("title")}</h1>
      {email && (
        <ActionForm action={confirm} problemsTitle={problems} className="mt-3 grid gap-3 justify-items-start">
          <input type="hidden" name="token" value={token} />
          <p>{t.rich("ask", { email, b: (words) => <b>{words}</b> })}</p>
          <Button kind="go">{t("act")}</Button>
        </ActionForm>
      )}
      {done && (
        <Notice kind="ok" live title={t("done")}>
          {t("doneWhy")} <A href="/me/notices/settings">{t("toSettings")}</A>
        </Notice>
      )}
      {!done && !email && (
        <EmptyState title={t("over")}>
          <p>{t("overWhy")}</p>
          <A href="/me/notices/settings">{t("toSettings")}</A>
        </EmptyState>
      )}
    </Columns>
  );
}

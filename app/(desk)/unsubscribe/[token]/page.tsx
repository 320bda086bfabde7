import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Columns } from "#components/frame/columns.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { readSubscription } from "#domain/notices/unsubscribe.ts";
import { end } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notice-settings.unsubscribe"))("title"), robots: { index: false } };
}

/** At the foot of each mail. Opening it ends nothing: mail programs open links to look at them. */
export default async function UnsubscribePage({ params, searchParams }: PageProps<"/unsubscribe/[token]">) {
  const { token } = await params;
  const { done } = await searchParams;
  const subscription = await readSubscription(db, token);
  const t = await getTranslations("notice-settings.unsubscribe");
  const kinds = await getTranslations("notice-page.kinds");
  const problems = (await getTranslations("notice-settings"))("problems");
  const settings = <A href="/me/notices/settings">{t("toSettings")}</A>;
  return (
    <Columns>
      <h1>{t("title")}</h1>
      {!subscription && (
        <EmptyState title={t("unknown")}>
          <p>{t("unknownWhy")}</p>
          {settings}
        </EmptyState>
      )}
      {subscription?.going && (
        <ActionForm action={end} problemsTitle={problems} className="mt-3 grid gap-3 justify-items-start">
          <input type="hidden" name="token" value={token} />
          <p>{subscription.scope === "digest" ? t("askDigest") : t("ask", { kind: kinds(subscription.scope) })}</p>
          <Button kind="go">{t("act")}</Button>
        </ActionForm>
      )}
      {subscription && !subscription.going && (
        <Notice kind="ok" live title={t(done ? "done" : "again")}>
          {t(done ? "doneWhy" : "againWhy")} {settings}
        </Notice>
      )}
    </Columns>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { idOf } from "#app/_square/query.ts";
import { OwnFlags } from "#components/flags/own-flags.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { listOwnFlags } from "#domain/flags/read-flags.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("flags.mine"))("title") };
}

/** 我的举报: what I have reported, and what became of it. */
export default async function OwnReports({ searchParams }: PageProps<"/me/reports">) {
  const person = await requireSignedIn("/me/reports");
  if (!can(person, "flags.own")) notFound();
  const { after, done } = await searchParams;
  const cursor = idOf(after) ?? null;
  const [t, { flags, next }] = await Promise.all([getTranslations("flags.mine"), listOwnFlags(db, person, cursor)]);
  return (
    <Columns>
      <nav className="text-sm text-ink-2">
        <A href="/me">{t("crumb")}</A> / {t("title")}
      </nav>
      <h1 className="mt-2">{t("title")}</h1>
      {done === "sent" && (
        <Notice kind="ok" live>
          {t("sent")}
        </Notice>
      )}
      {flags.length > 0 ? <OwnFlags flags={flags} /> : <EmptyState title={t("none")}>{t("noneWhy")}</EmptyState>}
      <Pager
        label={t("pages")}
        next={next ? `/me/reports?after=${next}` : null}
        first={cursor ? "/me/reports" : null}
      />
    </Columns>
  );
}

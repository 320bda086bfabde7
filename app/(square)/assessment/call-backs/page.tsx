import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readDrawsPage } from "#app/_square/assessment.ts";
import { DrawList } from "#components/assessment/draw-view.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("call-backs"))("title") };
}

/** 回访: which letters were drawn, and how. */
export default async function DrawsPage({ searchParams }: PageProps<"/assessment/call-backs">) {
  const { after, draws, next } = await readDrawsPage(await searchParams);
  const [t, assessment] = await Promise.all([getTranslations("call-backs"), getTranslations("assessment")]);
  const here = "/assessment/call-backs";
  return (
    <Columns>
      <nav className="text-sm text-ink-2">
        <A href="/assessment">{assessment("title")}</A> / {t("title")}
      </nav>
      <h1 className="mt-2">{t("title")}</h1>
      <p className="mt-1 mb-3 text-ink-2">{t("lead")}</p>
      {draws.length > 0 ? <DrawList draws={draws} /> : <EmptyState title={t("none")}>{t("noneWhy")}</EmptyState>}
      <Pager label={t("title")} next={next ? withQuery(here, { after: next }) : null} first={after ? here : null} />
    </Columns>
  );
}

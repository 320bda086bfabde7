import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readLogPage } from "#app/_square/log.ts";
import { Columns } from "#components/frame/columns.tsx";
import { LogList } from "#components/log/log-list.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { groupNames } from "#domain/moderation/read-log.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("log"))("title") };
}

/** 公开日志: who hid or changed what, and why. */
export default async function Log({ searchParams }: PageProps<"/log">) {
  const { what, after, entries, next } = await readLogPage(await searchParams);
  const t = await getTranslations("log");
  const tabs = [null, ...groupNames].map((group) => ({
    href: withQuery("/log", { what: group }),
    words: group ? t(`groups.${group}`) : t("all"),
    current: group === what,
  }));
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <p className="mt-2 mb-4 max-w-measure text-ink-2">{t("words")}</p>
      <Tabs label={t("filter")} tabs={tabs} />
      {entries.length > 0 ? (
        <LogList entries={entries} />
      ) : (
        <EmptyState title={what ? t("noneOfKind") : t("none")}>{!what && t("noneWords")}</EmptyState>
      )}
      <Pager
        label={t("pages")}
        next={next ? withQuery("/log", { what, after: next }) : null}
        first={after ? withQuery("/log", { what }) : null}
      />
    </Columns>
  );
}

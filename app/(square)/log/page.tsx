import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readLogPage } from "#app/_square/log.ts";
import { Filters } from "#components/desk/queue/filters.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { LogList } from "#components/log/log-list.tsx";
import { named } from "#components/people/named.ts";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { hidingCodes } from "#domain/moderation/codes.ts";
import { groupNames } from "#domain/moderation/read-log.ts";
import { strikeCodes } from "#domain/votes/invalidate.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("log"))("title") };
}

/** 公开日志: who hid or changed what, and why. */
export default async function Log({ searchParams }: PageProps<"/log">) {
  const { what, code, office, offices, after, entries, next } = await readLogPage(await searchParams);
  const [t, words, language] = await Promise.all([getTranslations("log"), getTranslations("moderation"), getLocale()]);
  const tabs = [null, ...groupNames].map((group) => ({
    href: withQuery("/log", { what: group, code, office }),
    words: group ? t(`groups.${group}`) : t("all"),
    current: group === what,
  }));
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <p className="mt-2 mb-4 max-w-measure text-ink-2">{t("words")}</p>
      <Tabs label={t("filter")} tabs={tabs} />
      <Filters
        path="/log"
        keep={what ? { what } : {}}
        selects={[
          {
            name: "code",
            label: t("reasons"),
            value: code ?? "",
            choices: [
              { value: "", words: t("anyReason") },
              ...hidingCodes.map((value) => ({ value, words: words(`codes.${value}`) })),
              ...strikeCodes.map((value) => ({ value, words: words(`strikeCodes.${value}`) })),
            ],
          },
          {
            name: "office",
            label: t("office"),
            value: office ?? "",
            choices: [
              { value: "", words: t("anyOffice") },
              ...offices.map((one) => ({ value: one.slug, words: named(language, one) })),
            ],
          },
        ]}
      />
      {entries.length > 0 ? (
        <LogList entries={entries} />
      ) : (
        <EmptyState title={what ? t("noneOfKind") : t("none")}>{!what && t("noneWords")}</EmptyState>
      )}
      <Pager
        label={t("pages")}
        next={next ? withQuery("/log", { what, code, office, after: next }) : null}
        first={after ? withQuery("/log", { what, code, office }) : null}
      />
    </Columns>
  );
}

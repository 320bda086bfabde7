import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { feedIn } from "#app/_feeds/alternate.ts";
import { readSearchPage } from "#app/_square/search.ts";
import { FeedLink } from "#components/feeds/feed-link.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { countWords } from "#components/search/count-words.ts";
import { HitList } from "#components/search/hit-list.tsx";
import { NameList } from "#components/search/name-list.tsx";
import { NothingFound } from "#components/search/nothing-found.tsx";
import { SearchForm } from "#components/search/search-form.tsx";
import { withQuery } from "#components/ui/address.ts";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { searchInput, searchKinds } from "#domain/search/input.ts";

export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  const t = await getTranslations("search");
  const { after: _, ...kept } = searchInput.parse(await searchParams);
  if (!kept.q) return { title: t("title") };
  return { title: t("titleOf", { words: kept.q.slice(0, 40) }), ...(await feedIn(withQuery("/search", kept))) };
}

/** 搜索: posts, comments and letters with these words, and the offices and leaders of this name. */
export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const { input, sought, nothing, hits, names, next, facets, choices } = await readSearchPage(await searchParams);
  const [t, language] = await Promise.all([getTranslations("search"), getLocale()]);
  const { after, ...kept } = input;
  const tabs = [undefined, ...searchKinds].map((kind) => ({
    href: withQuery("/search", { ...kept, kind }),
    words: kind ? t(`kinds.${kind}`) : t("all"),
    count: facets ? countWords(language, facets, kind ? facets.kind[kind] : facets.all) : undefined,
    current: kind === input.kind,
  }));
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <SearchForm input={kept} choices={choices} facets={facets} />
      {sought && <Tabs label={t("filter")} tabs={tabs} />}
      {names.length > 0 && <NameList names={names} />}
      {hits.length > 0 ? (
        <HitList hits={hits} />
      ) : (
        <NothingFound typed={input.q ?? ""} nothing={nothing} names={names.length > 0} />
      )}
      <Pager
        label={t("pager")}
        next={next ? withQuery("/search", { ...kept, after: next }) : null}
        first={after ? withQuery("/search", kept) : null}
      />
      {sought && <FeedLink page={withQuery("/search", kept)} />}
    </Columns>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { feedIn } from "#app/_feeds/alternate.ts";
import { readAppealsPage } from "#app/_square/appeals.ts";
import { FeedLink } from "#components/feeds/feed-link.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { PostList } from "#components/posts/post-list.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { type AppealList, appealLists } from "#domain/appeals/list-appeals.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appeals"))("title"), ...(await feedIn("/appeals")) };
}

/** 求助·接力: who needs help, who has promised it, and what became of it. */
export default async function AppealsPage({ searchParams }: PageProps<"/appeals">) {
  const { show, after, posts, next } = await readAppealsPage(await searchParams);
  const t = await getTranslations("appeals");
  const here = { show: show === "pledging" ? null : show };
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <p className="max-w-measure text-ink-2">{t("lead")}</p>
      <p className="my-3">
        <LinkButton href="/appeals/new" icon="heart">
          {t("raise")}
        </LinkButton>
      </p>
      <Tabs
        label={t("show")}
        tabs={(Object.keys(appealLists) as AppealList[]).map((list) => ({
          href: withQuery("/appeals", { show: list === "pledging" ? null : list }),
          words: t(`shows.${list}`),
          current: list === show,
        }))}
      />
      <p data-watch="appeals" role="status" className="unprinted" />
      {posts.length > 0 ? (
        <PostList posts={posts} />
      ) : (
        <EmptyState title={t(`none.${show}`)}>{t(`noneWhy.${show}`)}</EmptyState>
      )}
      <Pager
        label={t("pages")}
        next={next ? withQuery("/appeals", { ...here, after: next }) : null}
        first={after ? withQuery("/appeals", here) : null}
      />
      <FeedLink page={withQuery("/appeals", here)} />
    </Columns>
  );
}

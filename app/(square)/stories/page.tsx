import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { feedIn } from "#app/_feeds/alternate.ts";
import { readStoriesPage } from "#app/_square/stories.ts";
import { FeedLink } from "#components/feeds/feed-link.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { PostList } from "#components/posts/post-list.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { storyKinds } from "#domain/stories/shown.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stories"))("title"), ...(await feedIn("/stories")) };
}

/** 曝光和表扬: which letters were handled badly and which well, and what the offices named say to it. */
export default async function Stories({ searchParams }: PageProps<"/stories">) {
  const { kind, after, posts, next } = await readStoriesPage(await searchParams);
  const t = await getTranslations("stories");
  const tabs = [null, ...storyKinds].map((one) => ({
    href: withQuery("/stories", { kind: one }),
    words: one ? t(`kinds.${one}`) : t("all"),
    current: one === kind,
  }));
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <p className="mt-2 mb-4 max-w-measure text-ink-2">{t("lead")}</p>
      <Tabs label={t("filter")} tabs={tabs} />
      {posts.length > 0 ? (
        <PostList posts={posts} />
      ) : (
        <EmptyState title={t(kind ? "noneOfKind" : "none")}>{t("noneWords")}</EmptyState>
      )}
      <Pager
        label={t("pages")}
        next={next ? withQuery("/stories", { kind, after: next }) : null}
        first={after ? withQuery("/stories", { kind }) : null}
      />
      <FeedLink page={withQuery("/stories", { kind })} />
    </Columns>
  );
}

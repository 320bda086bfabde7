import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { feedIn } from "#app/_feeds/alternate.ts";
import { readBroadcastsPage } from "#app/_square/home.ts";
import { FeedLink } from "#components/feeds/feed-link.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { PostList } from "#components/posts/post-list.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";

const here = "/broadcasts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("square.broadcast"))("all"), ...(await feedIn(here)) };
}

/** 微博播报: every broadcast, the newest first; the pinned one stands on the home page too. */
export default async function Broadcasts({ searchParams }: PageProps<"/broadcasts">) {
  const { after, posts, next } = await readBroadcastsPage(await searchParams);
  const t = await getTranslations("square.broadcast");
  return (
    <Columns>
      <h1>{t("all")}</h1>
      <p className="mt-2 max-w-measure text-ink-2">{t("lead")}</p>
      {posts.length > 0 ? <PostList posts={posts} /> : <EmptyState title={t("none")}>{t("noneYet")}</EmptyState>}
      <Pager label={t("pages")} next={next ? withQuery(here, { after: next }) : null} first={after ? here : null} />
      <FeedLink page={here} />
    </Columns>
  );
}

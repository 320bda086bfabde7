import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { feedIn } from "#app/_feeds/alternate.ts";
import { type HomePage, readHomePage } from "#app/_square/home.ts";
import { FeedLink } from "#components/feeds/feed-link.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { ClosedLetters, GlanceOnPhone, OpenLetters } from "#components/home/glance.tsx";
import { WriteCall } from "#components/home/write-call.tsx";
import { Figures } from "#components/letters/figures.tsx";
import { Broadcast } from "#components/posts/broadcast.tsx";
import { PostList } from "#components/posts/post-list.tsx";
import { NextSession } from "#components/sessions/next-session.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tabs } from "#components/ui/tabs.tsx";

export const generateMetadata = (): Promise<Metadata> => feedIn("/");

/** 首页: what is said now, what can be done, which letters are open and how they end. */
export default async function Home({ searchParams }: PageProps<"/">) {
  const home = await readHomePage(await searchParams);
  const t = await getTranslations("home");
  return (
    <Columns
      lead={home.broadcast && <Broadcast post={home.broadcast} />}
      act={
        <>
          <WriteCall />
          <GlanceOnPhone letters={home.letters} />
        </>
      }
      aside={
        <div data-live="glance">
          {home.session && <NextSession post={home.session} />}
          <OpenLetters letters={home.letters} />
          <ClosedLetters letters={home.letters} />
          <Section id="figures" title={t("figures")} rule="above">
            <Figures figures={home.figures} />
          </Section>
        </div>
      }
    >
      <h1 className="sr-only">{t("title")}</h1>
      <Posts home={home} />
    </Columns>
  );
}

async function Posts({ home: { sort, after, posts, next } }: { home: HomePage }) {
  const t = await getTranslations("home");
  const kept = { sort: sort === "hottest" ? sort : null };
  return (
    <div id="posts">
      <Tabs
        title={t("posts")}
        label={t("sort")}
        tabs={[
          { href: "/", words: t("newest"), current: sort === "newest" },
          { href: "/?sort=hottest", words: t("hottest"), current: sort === "hottest" },
          { href: "/me/following", words: t("following"), current: false },
        ]}
      />
      <div data-new-posts="home" aria-live="polite" />
      {posts.length > 0 ? <PostList posts={posts} /> : <EmptyState title={t("noPosts")}>{t("noPostsYet")}</EmptyState>}
      <Pager
        label={t("posts")}
        next={next ? withQuery("/", { ...kept, after: next }) : null}
        first={after ? withQuery("/", kept) : null}
      />
      <FeedLink page="/" />
    </div>
  );
}

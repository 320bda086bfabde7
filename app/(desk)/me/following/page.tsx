import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { idOf } from "#app/_square/query.ts";
import { FollowedList } from "#components/follows/followed-list.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { LetterRows } from "#components/letters/letter-rows.tsx";
import { PostList } from "#components/posts/post-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";
import { db } from "#db/client.ts";
import { type Followed, readFollowed } from "#domain/follows/read-followed.ts";
import { unfollow } from "./actions.ts";

const path = "/me/following";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("follows"))("title") };
}

/** A page may listen for so many; of the others what is new is there when the page is opened again. */
const mostHeard = 15;

/** Of each post one stream is told: the leader's, or the office's own. */
const heardOf = (streams: readonly Followed[]): string =>
  streams
    .flatMap(({ kind, topic }) => (kind === "leader" || kind === "office" ? [topic] : []))
    .slice(0, mostHeard)
    .join(" ");

/** 关注: the posts of whom one follows, the letters one keeps an eye on, and what to follow no more. */
export default async function Following({ searchParams }: PageProps<"/me/following">) {
  const person = await requireSignedIn(path);
  const after = idOf((await searchParams).after);
  const { posts, next, letters, streams } = await readFollowed(db, person, after, await now());
  const t = await getTranslations("follows");
  return (
    <Columns aside={streams.length > 0 && <FollowedList streams={streams} action={unfollow} />}>
      <p className="text-sm">
        <A href="/me">{t("back")}</A>
      </p>
      <h1>{t("title")}</h1>
      {letters.length > 0 && !after && (
        <Section title={t("letters")}>
          <LetterRows letters={letters} />
        </Section>
      )}
      <Section title={t("posts")}>
        <div data-new-posts={heardOf(streams)} aria-live="polite" />
        {posts.length > 0 ? (
          <PostList posts={posts} />
        ) : (
          <div className="mt-4">
            <EmptyState title={t(streams.length > 0 ? "quiet" : "none")}>
              <p>{t("noneHow")}</p>
              <p className="mt-2">
                <A href="/leaders">{t("toLeaders")}</A>
              </p>
            </EmptyState>
          </div>
        )}
      </Section>
      <Pager label={t("posts")} next={next ? `${path}?after=${next}` : null} first={after ? path : null} />
    </Columns>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { PhonesBox } from "#components/directory/phones-box.tsx";
import { FeedLink } from "#components/feeds/feed-link.tsx";
import { FollowForm } from "#components/follows/follow-form.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { named } from "#components/people/named.ts";
import { kindOf, nameOf, SpeakerSeat, streamOf } from "#components/people/speaker.tsx";
import { MailboxBox } from "#components/posts/mailbox-box.tsx";
import { PostList } from "#components/posts/post-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { ShownPhone } from "#domain/directory/shown-phone.ts";
import type { PublicStream } from "#domain/offices/read-streams.ts";
import type { ShownPost } from "#domain/posts/shown.ts";
import type { LetterFigures } from "#domain/statistics/read-figures.ts";

interface StreamPageProps {
  stream: PublicStream;
  figures: LetterFigures | null;
  phones: readonly ShownPhone[];
  sort: "newest" | "hottest";
  pinned: ShownPost | null;
  posts: readonly ShownPost[];
  /** The page of older posts and the first page, where this has them. */
  older: string | null;
  first: string | null;
}

/** 微博主页: who it is, what they said, and at the right their mailbox with its figures and what it does not take. */
export function StreamPage({ stream, figures, phones, sort, pinned, posts, older, first }: StreamPageProps) {
  const t = useTranslations("square.stream");
  const home = useTranslations("home");
  const language = useLocale();
  const { mailbox } = stream;
  const here = streamOf(stream)!;
  return (
    <Columns
      aside={
        <>
          <MailboxBox stream={stream} figures={figures} className="lg:mt-0" />
          <PhonesBox phones={phones} office={named(language, stream.office)} />
        </>
      }
    >
      <Crumb />
      <Head stream={stream} />
      <Tabs
        title={t("posts")}
        label={home("sort")}
        tabs={[
          { href: here, words: home("newest"), current: sort === "newest" },
          { href: `${here}?sort=hottest`, words: home("hottest"), current: sort === "hottest" },
        ]}
      />
      <div data-new-posts={topicOf(stream)} aria-live="polite" />
      {pinned && (
        <>
          <p className="mt-4 -mb-3 flex items-center gap-1.5 text-sm font-semibold text-brand">
            <Icon of="pin" />
            {t("pinned")}
          </p>
          <PostList posts={[pinned]} />
        </>
      )}
      {posts.length > 0 && <PostList posts={posts} />}
      {!pinned && posts.length === 0 && <EmptyState title={t("noPosts")}>{mailbox && t("stillWrites")}</EmptyState>}
      <Pager label={t("posts")} next={older} first={first} />
      <FeedLink page={here} />
    </Columns>
  );
}

/** On what its new posts are heard of. */
function topicOf({ leader, office }: PublicStream): string {
  return leader ? `leader:${leader.handle}` : `office:${office.slug}`;
}

function Crumb() {
  const t = useTranslations("square.leaders");
  return (
    <p className="text-sm text-ink-2">
      <A href="/leaders">{t("title")}</A>
    </p>
  );
}

function Head({ stream }: { stream: PublicStream }) {
  const t = useTranslations("square");
  const language = useLocale();
  const { leader, office, region } = stream;
  const speaker = { leader, office, nickname: null, voice: null };
  const kind = kindOf(speaker);
  return (
    <header className="mt-2 mb-4 flex flex-wrap items-start gap-3.5 border-y-2 border-rule-strong py-4">
      <SpeakerSeat speaker={speaker} />
      <div className="min-w-0">
        <h1 className="flex flex-wrap items-center gap-x-2.5 text-xl">
          {nameOf(language, speaker)} <Tag kind={kind === "leader" ? "lead" : "office"}>{t(`speaker.${kind}`)}</Tag>
          {stream.closed && <Tag kind="warn">{t("stream.closed")}</Tag>}
        </h1>
        <p className="text-[1rem] leading-relaxed text-ink-2">
          {leader ? named(language, office) : named(language, region)}
          {leader?.portfolio && <> · {leader.portfolio}</>}
        </p>
        {leader && (
          <p className="text-sm text-ink-2">
            {t("stream.opened")} <When on={leader.openedOn} approx={leader.openedApprox} />
          </p>
        )}
      </div>
      <div className="ms-auto grid justify-items-end gap-2">
        <FollowForm topic={topicOf(stream)} />
        {!leader && <FollowForm topic={`region:${region.slug}`} of={named(language, region)} />}
      </div>
    </header>
  );
}

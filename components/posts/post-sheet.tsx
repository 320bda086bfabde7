import { useLocale, useTranslations } from "next-intl";
import { FlagLink } from "#components/flags/flag-link.tsx";
import { named } from "#components/people/named.ts";
import { Byline, nameOf, streamOf } from "#components/people/speaker.tsx";
import { headline } from "#components/posts/headline.ts";
import { Pace } from "#components/posts/pace.tsx";
import { Particulars } from "#components/posts/particulars.tsx";
import { Pictures } from "#components/posts/pictures.tsx";
import { Edited, KindWord } from "#components/posts/post-card.tsx";
import { Prompts } from "#components/posts/prompts.tsx";
import { Said } from "#components/posts/said.tsx";
import { Act, act, VoteBar } from "#components/posts/vote-bar.tsx";
import { ShareLink } from "#components/share/share-link.tsx";
import { Count } from "#components/ui/count.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { Speaker } from "#domain/people/speaker.ts";
import type { ShownPost } from "#domain/posts/shown.ts";

/** The post itself at the head of its page: a white sheet with an ink edge, the words larger than what is said about it. */
export function PostSheet({ post }: { post: ShownPost }) {
  const t = useTranslations("square");
  const language = useLocale();
  const { leader, office } = post.speaker;
  return (
    <article id={`post-${post.id}`} className="mt-3 border border-rule-strong bg-card px-3.5 pt-4.5 pb-2 lg:px-5">
      <div data-live={`post:${post.id}`}>
        <h1 className="sr-only">
          {t("postTitle", { name: nameOf(language, post.speaker), words: headline(post.body) })}
        </h1>
        <Byline speaker={post.speaker} demo={post.demo}>
          {leader && office && <>{named(language, office)} · </>}
          <When at={post.at} approx={post.approx} />
          <Edited post={post} />
        </Byline>
        <Said
          text={post.body}
          mentions={post.mentions}
          lead={<KindWord kind={post.kind} />}
          className="mt-3 text-lg leading-[1.65]"
        />
        <Pictures images={post.images} />
        <Prompts prompts={post.prompts} label={t("prompts")} />
      </div>
      <Particulars of={post} />
      <div data-live={`pace:${post.id}`}>
        <Pace post={post} />
      </div>
      <VoteBar
        target="post"
        id={post.id}
        postId={post.id}
        tally={post}
        share
        className={post.prompts.length > 0 ? undefined : "mt-2"}
      >
        <Act href={post.session ? `/sessions/${post.id}#comments` : "#write"} icon="message-square">
          {t("comments.word")}{" "}
          <b data-count="comments">
            <Count of={post.comments} />
          </b>
        </Act>
        <ShareLink href={`/posts/${post.id}`} className={act} />
        <FlagLink of={`post:${post.id}`} />
      </VoteBar>
    </article>
  );
}

/** The way back up: home, and the stream that the post stands in; from a citizen's appeal, the appeals. */
export function PostCrumb({ speaker }: { speaker: Speaker }) {
  const t = useTranslations("square");
  const appeals = useTranslations("appeals");
  const name = nameOf(useLocale(), speaker);
  const stream = streamOf(speaker);
  return (
    <nav aria-label={t("crumb.label")} className="text-sm text-ink-2">
      <A href="/">{t("crumb.home")}</A> /{" "}
      {stream ? <A href={stream}>{t("crumb.stream", { name })}</A> : <A href="/appeals">{appeals("title")}</A>}
    </nav>
  );
}

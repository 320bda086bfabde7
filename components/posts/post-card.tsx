import { useTranslations } from "next-intl";
import { GrownLetters } from "#components/letters/grown-letters.tsx";
import { Byline } from "#components/people/speaker.tsx";
import { Pictures } from "#components/posts/pictures.tsx";
import { ReplyExcerpt } from "#components/posts/reply-excerpt.tsx";
import { Said } from "#components/posts/said.tsx";
import { Act, VoteBar } from "#components/posts/vote-bar.tsx";
import { Count } from "#components/ui/count.tsx";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { ShownPost } from "#domain/posts/shown.ts";

/** A post among others: who, when, what, what was answered, which letters came of it, and what one can do. */
export function PostCard({ post }: { post: ShownPost }) {
  const t = useTranslations("square");
  const here = `/posts/${post.id}`;
  return (
    <li id={`post-${post.id}`} className="border-b border-rule pt-5 pb-2.5">
      <article>
        <Byline speaker={post.speaker} as="h3">
          <A href={here} className="text-ink-2 no-underline hover:underline">
            <When at={post.at} approx={post.approx} dayOnly={post.approx} />
          </A>
          <Marks post={post} />
        </Byline>
        <Said text={post.body} lead={<KindWord kind={post.kind} />} className="mt-2.5" />
        <Pictures images={post.images} />
        {post.reply && <ReplyExcerpt reply={post.reply} />}
        <GrownLetters letters={post.letters} more={here} />
        <VoteBar target="post" id={post.id} tally={post} share className="mt-1.5">
          <Act href={here} icon="message-square">
            {t("comments.word")}{" "}
            <b data-count="comments">
              <Count of={post.comments} />
            </b>
          </Act>
        </VoteBar>
      </article>
    </li>
  );
}

/** Said after the time, small: that the wording was changed, that it is a demonstration. */
export function Marks({ post }: { post: Pick<ShownPost, "id" | "edited" | "demo"> }) {
  const t = useTranslations("square");
  return (
    <>
      {post.edited && (
        <>
          {" · "}
          <A href={`/posts/${post.id}/history`} className="text-ink-2">
            {t("edited")}
          </A>
        </>
      )}
      {post.demo && (
        <>
          {" "}
          <Tag kind="warn">{t("demo")}</Tag>
        </>
      )}
    </>
  );
}

/** 征集（拍砖）, 播报: the word that opens a text that is more than an announcement. */
export function KindWord({ kind }: { kind: ShownPost["kind"] }) {
  const t = useTranslations("square.kinds");
  return kind === "announcement" ? null : <b className="text-brand">{t(kind)}</b>;
}

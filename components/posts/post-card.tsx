import { useTranslations } from "next-intl";
import { GrownLetters } from "#components/letters/grown-letters.tsx";
import { Byline } from "#components/people/speaker.tsx";
import { ParticularsInShort } from "#components/posts/particulars.tsx";
import { Pictures } from "#components/posts/pictures.tsx";
import { ReplyExcerpt } from "#components/posts/reply-excerpt.tsx";
import { Said } from "#components/posts/said.tsx";
import { Act, VoteBar } from "#components/posts/vote-bar.tsx";
import { Count } from "#components/ui/count.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import { NewestUpdate } from "#components/updates/newest-update.tsx";
import type { ShownPost } from "#domain/posts/shown.ts";

/** A post among others: who, when, what, what was answered, which letters came of it, and what one can do. */
export function PostCard({ post }: { post: ShownPost }) {
  const t = useTranslations("square");
  const here = `/posts/${post.id}`;
  // A session's questions have a page of their own.
  const talk = post.session ? `/sessions/${post.id}` : here;
  return (
    <li id={`post-${post.id}`} className="border-b border-rule pt-5 pb-2.5">
      <article>
        <div data-live={`post:${post.id}`}>
          <Byline speaker={post.speaker} as="h3" demo={post.demo}>
            <A href={here} className="inline-block py-0.5 text-ink-2 no-underline hover:underline">
              <When at={post.at} approx={post.approx} dayOnly={post.approx} />
            </A>
            <Edited post={post} />
          </Byline>
          <Said text={post.body} mentions={post.mentions} lead={<KindWord kind={post.kind} />} className="mt-2.5" />
          <Pictures images={post.images} />
          <ParticularsInShort of={post} />
          {post.update && <NewestUpdate update={post.update} />}
          {post.reply && <ReplyExcerpt reply={post.reply} />}
          <div data-live={`letters-of-post:${post.id}`}>
            <GrownLetters letters={post.letters} more={talk} />
          </div>
        </div>
        <VoteBar target="post" id={post.id} postId={post.id} tally={post} share className="mt-1.5">
          <Act href={talk} icon="message-square">
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

/** After the time: that the wording was changed, and the way to what it was. */
export function Edited({ post }: { post: Pick<ShownPost, "id" | "edited"> }) {
  const t = useTranslations("square");
  if (!post.edited) return null;
  return (
    <>
      {" · "}
      <A href={`/posts/${post.id}/history`} className="text-ink-2">
        {t("edited")}
      </A>
    </>
  );
}

/** 征集（拍砖）, 播报: the word that opens a text that is more than an announcement. */
export function KindWord({ kind }: { kind: ShownPost["kind"] }) {
  const t = useTranslations("square.kinds");
  return kind === "announcement" ? null : <b className="text-brand">{t(kind)}</b>;
}

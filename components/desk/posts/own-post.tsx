import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { OneAct } from "#components/desk/posts/one-act.tsx";
import { SpeakerName } from "#components/people/speaker.tsx";
import { headline } from "#components/posts/headline.ts";
import { Edited } from "#components/posts/post-card.tsx";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { ShownPost } from "#domain/posts/shown.ts";

interface OwnPostProps {
  post: ShownPost;
  pin: FormAction;
  unpin: FormAction;
}

/** A post that is out: how it is talked about, and what its speaker may still do with it. */
export function OwnPost({ post, pin, unpin }: OwnPostProps) {
  const t = useTranslations("composer");
  const act = (words: string) => ({ words, label: t("actOn", { act: words, post: headline(post.body, 24) }) });
  return (
    <li className="border-b border-rule py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm text-ink-2">
        <SpeakerName speaker={post.speaker} link={false} />
        {post.pinned && <Tag kind="ok">{t("pinned")}</Tag>}
        <span>
          <When at={post.at} approx={post.approx} dayOnly={post.approx} />
          <Edited post={post} />
        </span>
      </p>
      <A
        href={`/posts/${post.id}`}
        className="mt-1 line-clamp-3 whitespace-pre-line text-ink no-underline hover:underline"
      >
        {post.body}
      </A>
      <div className="flex flex-wrap items-start gap-x-3">
        <span className="inline-flex min-h-target items-center pe-2 text-sm text-ink-2">
          {t("talk", { comments: post.comments, up: post.up, down: post.down })}
        </span>
        <OneAct
          action={post.pinned ? unpin : pin}
          postId={post.id}
          kind="quiet"
          icon="pin"
          {...act(t(post.pinned ? "unpin" : "pin"))}
        />
        <LinkButton
          href={`/desk/posts/${post.id}/update`}
          kind="quiet"
          icon="plus"
          aria-label={act(t("addUpdate")).label}
        >
          {t("addUpdate")}
        </LinkButton>
        {post.prompts.length > 0 && (
          <LinkButton
            href={`/desk/posts/${post.id}/themes`}
            kind="quiet"
            icon="list"
            aria-label={act(t("themes")).label}
          >
            {t("themes")}
          </LinkButton>
        )}
        <LinkButton href={`/desk/discussions/${post.id}`} kind="quiet" icon="clock" aria-label={act(t("pace")).label}>
          {t("pace")}
        </LinkButton>
        <LinkButton href={`/desk/posts/${post.id}`} kind="quiet" icon="pen" aria-label={act(t("correct")).label}>
          {t("correct")}
        </LinkButton>
      </div>
    </li>
  );
}

import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { OneAct } from "#components/desk/posts/one-act.tsx";
import { nameOf } from "#components/people/speaker.tsx";
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
  const language = useLocale();
  return (
    <li className="border-b border-rule py-3">
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
        <b className="text-ink">{nameOf(language, post.speaker)}</b>
        <When at={post.at} approx={post.approx} />
        {post.pinned && <Tag>{t("pinned")}</Tag>}
        {post.edited && <span>{t("edited")}</span>}
      </p>
      <p className="line-clamp-3 whitespace-pre-line">
        <A href={`/posts/${post.id}`} className="text-ink no-underline hover:underline">
          {post.body}
        </A>
      </p>
      <div className="flex flex-wrap items-start gap-x-2">
        <span className="inline-flex min-h-target items-center pe-2 text-sm text-ink-2">
          {t("talk", { comments: post.comments, up: post.up, down: post.down })}
        </span>
        <OneAct
          action={post.pinned ? unpin : pin}
          postId={post.id}
          kind="quiet"
          icon="pin"
          words={t(post.pinned ? "unpin" : "pin")}
        />
        <LinkButton href={`/desk/posts/${post.id}`} kind="quiet" icon="pen">
          {t("correct")}
        </LinkButton>
      </div>
    </li>
  );
}

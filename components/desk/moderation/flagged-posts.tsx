import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { FlagSummary } from "#components/desk/moderation/flag-summary.tsx";
import { nameOf } from "#components/people/speaker.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonLook } from "#components/ui/button-look.ts";
import { FormSelect } from "#components/ui/form-fields.tsx";
import { A } from "#components/ui/link.tsx";
import type { FlaggedPost } from "#domain/flags/read-flags.ts";
import { hidingCodes } from "#domain/moderation/codes.ts";

interface FlaggedPostsProps {
  posts: readonly FlaggedPost[];
  keep: FormAction;
  hide: FormAction;
}

/** Reported posts and updates: above the queue, because they are few and many read them. */
export function FlaggedPosts({ posts, keep, hide }: FlaggedPostsProps) {
  const t = useTranslations("flags.desk");
  if (posts.length === 0) return null;
  return (
    <section aria-labelledby="flagged" className="my-3 border border-warn bg-card px-4 pt-2">
      <h2 id="flagged" className="text-lg">
        {t("title")}
      </h2>
      <ul>
        {posts.map((post) => (
          <FlaggedOne key={post.subject} post={post} keep={keep} hide={hide} />
        ))}
      </ul>
    </section>
  );
}

function FlaggedOne({ post, keep, hide }: { post: FlaggedPost; keep: FormAction; hide: FormAction }) {
  const t = useTranslations("desk-moderation.flagged");
  const codes = useTranslations("moderation.codes");
  const language = useLocale();
  return (
    <li className="border-t border-rule py-3">
      <p className="text-sm text-ink-2">
        {nameOf(language, post.speaker)}
        {post.number !== null && <> · {t("update", { n: post.number })}</>}
        {" · "}
        <A href={`/posts/${post.postId}`}>{t("place")}</A>
      </p>
      <p className="line-clamp-3">{post.body}</p>
      <FlagSummary flagged={post} />
      <div className="mt-2 flex flex-wrap items-start gap-3">
        <ActionForm action={keep} problemsTitle={t("keep")}>
          <input type="hidden" name="subject" value={post.subject} />
          <Button>{t("keep")}</Button>
        </ActionForm>
        <ActionForm action={hide} problemsTitle={t("problems")}>
          <input type="hidden" name="subject" value={post.subject} />
          <details>
            <summary className={buttonLook("danger")}>{t("hide")}</summary>
            <div className="mt-2 grid gap-3 border border-danger bg-card px-4 py-3">
              <FormSelect
                id={`code-${post.subject.replace(":", "-")}`}
                name="code"
                label={t("why")}
                choices={hidingCodes.map((code) => ({ value: code, words: codes(code) }))}
              />
              <div>
                <Button kind="danger" icon="eye-off">
                  {t("hideButton")}
                </Button>
              </div>
            </div>
          </details>
        </ActionForm>
      </div>
    </li>
  );
}

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { longestComment } from "#domain/comments/input.ts";

/** 提问: a plain form, the same that comments are sent by. What is typed is kept through signing in and every no. */
export function AskForm({ postId }: { postId: number }) {
  const t = useTranslations("sessions.form");
  return (
    <form
      id="write"
      method="post"
      action="/api/comments"
      data-composer={postId}
      aria-labelledby="write-title"
      className="unprinted mt-8 border border-rule-strong bg-card px-3.5 pt-4 pb-4.5 lg:px-5"
    >
      <h2 id="write-title" className="text-lg">
        {t("title")}
      </h2>
      <input type="hidden" name="postId" value={postId} />
      <label htmlFor="comment-body" className="sr-only">
        {t("label")}
      </label>
      <textarea
        id="comment-body"
        name="body"
        required
        maxLength={longestComment}
        rows={4}
        aria-describedby="comment-hint"
        className="control mt-2"
      />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button kind="go">{t("send")}</Button>
        <p id="comment-hint" className="min-w-0 flex-1 basis-52 text-sm text-ink-2">
          {t("hint", { longest: longestComment })}
        </p>
      </div>
      <p className="mt-3 border-t border-rule pt-2.5 text-[1rem] leading-relaxed">
        {t("case")}{" "}
        <A href="/write" className="inline-flex items-center gap-1.5">
          <Icon of="mail" />
          {t("asLetter")}
        </A>
      </p>
    </form>
  );
}

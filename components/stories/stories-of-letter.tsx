import { useTranslations } from "next-intl";
import { headline } from "#components/posts/headline.ts";
import { KindWord } from "#components/posts/post-card.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { StoryOfLetter } from "#domain/stories/of-letter.ts";

/** On a letter: what was written about how it was handled. */
export function StoriesOfLetter({ stories }: { stories: readonly StoryOfLetter[] }) {
  const t = useTranslations("stories");
  if (stories.length === 0) return null;
  return (
    <ul aria-label={t("ofLetter")} className="mt-4 border-s-[3px] border-brand ps-3">
      {stories.map(({ postId, kind, at, approx, body }) => (
        <li key={postId} className="py-0.5">
          <KindWord kind={kind} /> <A href={`/posts/${postId}`}>{headline(body)}</A>{" "}
          <span className="text-sm text-ink-2">
            <When at={at} approx={approx} dayOnly />
          </span>
        </li>
      ))}
    </ul>
  );
}

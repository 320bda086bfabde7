import { useLocale, useTranslations } from "next-intl";
import { address } from "#components/ui/address.ts";
import { Section } from "#components/ui/section.tsx";
import { UpdateEntry } from "#components/updates/update-entry.tsx";
import type { ShownUpdate } from "#domain/updates/read-updates.ts";

/** What a post has grown by, in order and above the comments. What comes meanwhile is offered, not put in. */
export function Thread({ postId, updates }: { postId: number; updates: readonly ShownUpdate[] }) {
  const t = useTranslations("updates");
  const offered = <NewUpdates postId={postId} />;
  if (updates.length === 0) return offered;
  return (
    <Section id="updates" title={t("title")} aside={t("count", { n: updates.length })}>
      <ol>
        {updates.map((update) => (
          <li key={update.id} id={`update-${update.number}`} className="border-b border-rule py-4">
            <article>
              <UpdateEntry update={update} />
            </article>
          </li>
        ))}
      </ol>
      {offered}
    </Section>
  );
}

/** Where the way to updates is offered that came while somebody reads. */
export function NewUpdates({ postId }: { postId: number }) {
  return (
    <div data-new-updates={postId} data-at={address(useLocale(), `/posts/${postId}#updates`)} aria-live="polite" />
  );
}

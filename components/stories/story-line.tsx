import { useLocale, useTranslations } from "next-intl";
import { OwedLamp } from "#components/comments/owed-line.tsx";
import { named } from "#components/people/named.ts";
import type { ShownStory } from "#domain/stories/shown.ts";

/** A story among other posts: whom it names, and whether they have answered. */
export function StoryLine({ story: { kind, offices } }: { story: ShownStory }) {
  const t = useTranslations("stories");
  const language = useLocale();
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <span className="text-ink-2">{t("short", { kind })}</span>
      {offices.map((office) => (
        <span key={office.id} className="inline-flex flex-wrap items-center gap-x-2">
          <b>{named(language, office)}</b>
          {office.owed && <OwedLamp owed={office.owed} />}
        </span>
      ))}
    </p>
  );
}

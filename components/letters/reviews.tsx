import { useLocale, useTranslations } from "next-intl";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { named } from "#components/people/named.ts";
import { Section } from "#components/ui/section.tsx";
import { Tag, type TagKind } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { ShownReview } from "#domain/letters/reviews.ts";
import type { TimelineEntry } from "#domain/letters/timeline.ts";

interface ReviewsProps {
  reviews: ShownReview[];
  timeline: TimelineEntry[];
}

const kinds: Record<ShownReview["state"], TagKind> = {
  asked: "neutral",
  maintained: "neutral",
  amended: "warn",
  revoked: "warn",
};

/** 复查, 复核: who decides, with a lamp of its own while it runs, and what was decided in their own words. */
export function Reviews({ reviews, timeline }: ReviewsProps) {
  const t = useTranslations("reviews");
  if (reviews.length === 0) return null;
  return (
    <Section id="reviews" title={t("title")}>
      <ul>
        {reviews.map((review) => (
          <Review
            key={review.level}
            review={review}
            words={timeline.find(({ eventId }) => eventId === review.decidedEventId)?.words ?? null}
          />
        ))}
      </ul>
    </Section>
  );
}

function Review({ review, words }: { review: ShownReview; words: string | null }) {
  const t = useTranslations("reviews");
  const language = useLocale();
  const { level, state, office, askedAt, decidedAt, light } = review;
  return (
    <li className="border-b border-rule py-3">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
        {t(level)} <Tag kind={kinds[state]}>{t(`states.${state}`)}</Tag>
        {light && <LightLamp light={light} what="review" year={Number(light.dueOn.slice(0, 4))} />}
      </h3>
      <p className="text-ink-2">
        {t.rich("by", { office: named(language, office), when: () => <When at={askedAt} dayOnly /> })}
        {decidedAt && (
          <>
            {" · "}
            {t.rich("decided", { when: () => <When at={decidedAt} dayOnly /> })}
          </>
        )}
      </p>
      {words && <p className="mt-1 font-song leading-[1.8] whitespace-pre-line">{words}</p>}
    </li>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { tongueOf } from "#components/people/tongue.ts";
import { Count } from "#components/ui/count.tsx";
import { When } from "#components/ui/when.tsx";
import type { ShownPoll } from "#domain/polls/read-polls.ts";

/** How it is voted, until when, and how many have; every one of them verified. */
export function PollTerms({ poll: { mode, most, closesAt, closedAt, voters } }: { poll: ShownPoll }) {
  const t = useTranslations("polls");
  return (
    <p className="text-sm text-ink-2">
      {t(`how.${mode}`, { most })} · {closesAt ? t(closedAt ? "closed" : "closes") : t("endless")}{" "}
      {closesAt && <When at={closesAt} />} ·{" "}
      {t.rich("voters", {
        n: voters,
        count: () => (
          <b className="text-ink tabular-nums">
            <Count of={voters} />
          </b>
        ),
      })}
      {voters > 0 && t("allVerified")}
    </p>
  );
}

/** A poll among other posts: its options in a line, or what won. */
export function PollLine({ poll }: { poll: ShownPoll }) {
  const t = useTranslations("polls");
  const language = useLocale();
  const named = poll.result ? poll.result.winners.map((place) => poll.options[place]!) : poll.options;
  const words = new Intl.ListFormat(language, { type: poll.result ? "conjunction" : "disjunction" }).format(named);
  return (
    <div className="mt-2 border-s-2 border-rule ps-3">
      {named.length > 0 && (
        <p>
          {poll.result && <b>{t(named.length > 1 ? "level" : "won")}</b>}{" "}
          <span lang={tongueOf(words, language)}>{words}</span>
        </p>
      )}
      <PollTerms poll={poll} />
    </div>
  );
}

import { useTranslations } from "next-intl";
import { BallotForm } from "#components/polls/ballot-form.tsx";
import { PollTerms } from "#components/polls/poll-line.tsx";
import { PollResultTable } from "#components/polls/poll-result.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { ShownPoll } from "#domain/polls/read-polls.ts";

/** A poll on its post's page: while it is open the ballot, when it is counted the result. Between the two, patience. */
export function PollBox({ poll }: { poll: ShownPoll }) {
  const t = useTranslations("polls");
  return (
    <section aria-label={t("word")} className="mt-4 border-t border-rule pt-3">
      <PollTerms poll={poll} />
      {poll.result ? (
        <PollResultTable poll={poll} result={poll.result} />
      ) : (
        // Which of the two it is for somebody comes after the page (components/live/me.ts).
        <div data-ballot={poll.postId}>
          <div data-unvoted="">
            <BallotForm poll={poll} />
          </div>
          <p data-voted="" hidden className="mt-2 flex gap-2 font-semibold text-ok">
            <Icon of="check" className="mt-1 flex-none" />
            {t("cast")}
          </p>
        </div>
      )}
    </section>
  );
}

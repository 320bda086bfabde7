import { useTranslations } from "next-intl";
import { BallotForm } from "#components/polls/ballot-form.tsx";
import { PollTerms } from "#components/polls/poll-line.tsx";
import { PollResultTable } from "#components/polls/poll-result.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { ShownPoll } from "#domain/polls/read-polls.ts";

/**
 * A poll on its post's page: while it is open the ballot, when it is counted the result. What changes is put in anew by
 * itself, so that a ballot half filled in is not lost because somebody else has voted.
 */
export function PollBox({ poll }: { poll: ShownPoll }) {
  const t = useTranslations("polls");
  return (
    <section id={`poll-${poll.postId}`} aria-label={t("word")} className="mt-4 border-t border-rule pt-3">
      <div data-live={`poll-terms:${poll.postId}`}>
        <PollTerms poll={poll} />
      </div>
      <div data-live={`poll-result:${poll.postId}`} className="peer">
        {poll.result && <PollResultTable poll={poll} result={poll.result} />}
      </div>
      {poll.result === null && (
        <div data-ballot={poll.postId} className="peer-[:not(:empty)]:hidden">
          <BallotForm poll={poll} />
          <p data-voted="" hidden className="mt-2 flex gap-2 font-semibold text-ok">
            <Icon of="check" className="mt-1 flex-none" />
            {t("cast")}
          </p>
        </div>
      )}
    </section>
  );
}

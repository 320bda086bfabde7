import { useTranslations } from "next-intl";
import { Byline } from "#components/people/speaker.tsx";
import { Edited } from "#components/posts/post-card.tsx";
import { Said } from "#components/posts/said.tsx";
import { VoteBar } from "#components/posts/vote-bar.tsx";
import { HostList, SessionTag, SessionTimes, SessionTitle } from "#components/sessions/session-words.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { When } from "#components/ui/when.tsx";
import type { SessionPost } from "#domain/sessions/read-sessions.ts";

/** The sheet at the head of a session's page: what, when, who answers, and where it stands now. */
export function SessionHead({ post, days }: { post: SessionPost; days: number }) {
  const t = useTranslations("sessions");
  const { session } = post;
  return (
    <article className="mt-3 border border-rule-strong bg-card px-3.5 pt-4.5 pb-2 lg:px-5">
      <div data-live={`session:${post.id}`}>
        <h1 className="flex flex-wrap items-center gap-x-3 text-xl text-pretty sm:text-2xl">
          <SessionTitle {...session} /> <SessionTag state={session.state} />
        </h1>
        <p className="mt-1 font-semibold">
          <SessionTimes {...session} />
        </p>
        <Standing post={post} days={days} />
        <HostList hosts={session.hosts} />
        <Said text={post.body} mentions={post.mentions} className="mt-4 text-lg leading-[1.65]" />
        {session.state !== "over" && (
          <p className="unprinted mt-4">
            <LinkButton href="#write" kind="go" icon="pen">
              {t("ask")}
            </LinkButton>
          </p>
        )}
        <div className="mt-4 border-t border-rule pt-3">
          <Byline speaker={post.speaker} demo={post.demo}>
            <When at={post.at} approx={post.approx} />
            <Edited post={post} />
          </Byline>
        </div>
      </div>
      <VoteBar target="post" id={post.id} postId={post.id} tally={post} share className="mt-2" />
    </article>
  );
}

/** In a sentence: how many days are left, that it is live, or how it ended. */
function Standing({ post: { session }, days }: { post: SessionPost; days: number }) {
  const t = useTranslations("sessions");
  if (session.state === "coming") return <p className="text-ink-2">{t("coming", { in: t("in", { days }) })}</p>;
  if (session.state === "live") return <p className="text-ink-2">{t("live")}</p>;
  const { asked, answered, owed } = session.result!;
  return (
    <p className="text-ink-2">
      {t.rich("over", {
        at: () => <When at={session.endedAt!} />,
        result: t("result", { asked, answered, owed }),
      })}
    </p>
  );
}

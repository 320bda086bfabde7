import { useTranslations } from "next-intl";
import { HostList, HostNames, SessionTag, SessionTimes, SessionTitle } from "#components/sessions/session-words.tsx";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { ShownSession } from "#domain/sessions/shown.ts";

/** On the post's own page: when, who answers, and the way to where it is asked and answered. */
export function SessionBox({ session }: { session: ShownSession }) {
  const t = useTranslations("sessions.see");
  return (
    <div data-live={`session-box:${session.postId}`} className="mt-4 border-t border-rule pt-3 pb-2">
      <Title session={session} />
      <HostList hosts={session.hosts} />
      <p className="mt-3">
        <LinkButton href={`/sessions/${session.postId}`}>{t(session.state)}</LinkButton>
      </p>
    </div>
  );
}

/** Among other posts: in three lines. */
export function SessionLine({ session }: { session: ShownSession }) {
  const t = useTranslations("sessions.see");
  return (
    <div className="mt-2.5 border-s-[3px] border-brand bg-card px-3.5 pt-2 pb-2.5">
      <Title session={session} />
      <p className="text-sm text-ink-2">
        <HostNames hosts={session.hosts} /> · <A href={`/sessions/${session.postId}`}>{t(session.state)}</A>
      </p>
    </div>
  );
}

function Title({ session }: { session: ShownSession }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2.5 text-base leading-snug">
        <b>
          <SessionTitle {...session} />
        </b>{" "}
        <SessionTag state={session.state} />
      </p>
      <p className="text-sm leading-relaxed text-ink-2">
        <SessionTimes {...session} />
      </p>
    </>
  );
}

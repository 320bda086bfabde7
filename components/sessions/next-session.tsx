import { useTranslations } from "next-intl";
import { HostNames, SessionTag, SessionTimes, SessionTitle } from "#components/sessions/session-words.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import type { SessionPost } from "#domain/sessions/read-sessions.ts";

/** On the home page: the session that is live, or the one that is announced next. */
export function NextSession({ post: { id, session } }: { post: SessionPost }) {
  const t = useTranslations("sessions");
  return (
    <Section
      id="session"
      title={t(session.state === "live" ? "next.live" : "next.coming")}
      rule="above"
      aside={<A href="/sessions">{t("next.all")}</A>}
      className="mb-7 lg:mt-0"
    >
      <p className="flex flex-wrap items-center gap-x-2 font-semibold">
        <A href={`/sessions/${id}`}>
          <SessionTitle {...session} />
        </A>{" "}
        <SessionTag state={session.state} />
      </p>
      <p className="text-sm leading-relaxed text-ink-2">
        <SessionTimes {...session} />
        <br />
        {t("hosts")} <HostNames hosts={session.hosts} />
      </p>
    </Section>
  );
}

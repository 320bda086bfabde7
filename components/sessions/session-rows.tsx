import { useTranslations } from "next-intl";
import { DemoTag } from "#components/people/speaker.tsx";
import { HostNames, SessionTag, SessionTimes, SessionTitle } from "#components/sessions/session-words.tsx";
import { A } from "#components/ui/link.tsx";
import type { SessionPost } from "#domain/sessions/read-sessions.ts";

/** A session in a list. `days` until it begins, where that is said. */
export type SessionRow = SessionPost & { days?: number };

interface SessionRowsProps {
  posts: readonly SessionRow[];
  /** The page that has one of them; the public one if none is given. */
  under?: string;
}

export function SessionRows({ posts, under = "/sessions" }: SessionRowsProps) {
  return (
    <ol>
      {posts.map((post) => (
        <Row key={post.id} post={post} href={`${under}/${post.id}`} />
      ))}
    </ol>
  );
}

function Row({ post: { session, demo, days }, href }: { post: SessionRow; href: string }) {
  const t = useTranslations("sessions");
  return (
    <li className="border-b border-rule py-3.5">
      <h3 className="flex flex-wrap items-center gap-x-2.5 text-lg leading-snug">
        <A href={href}>
          <SessionTitle {...session} />
        </A>{" "}
        <SessionTag state={session.state} />
        {demo && <DemoTag />}
      </h3>
      <p className="leading-relaxed">
        <SessionTimes {...session} />
      </p>
      <p className="text-sm leading-relaxed text-ink-2">
        {t("hosts")} <HostNames hosts={session.hosts} />
        {session.state === "coming" && days !== undefined && <> · {t("in", { days })}</>}
      </p>
      {session.result && <p className="text-sm leading-relaxed text-ink-2">{t("result", session.result)}</p>}
    </li>
  );
}

import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { OneAct } from "#components/desk/posts/one-act.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { earlyMinutes } from "#domain/sessions/input.ts";
import type { SessionPost } from "#domain/sessions/read-sessions.ts";

interface LeadFormsProps {
  post: SessionPost;
  /** From so many votes an unanswered question becomes a letter. */
  debtFrom: number;
  start: FormAction;
  end: FormAction;
}

/** 开始, 结束: the one act that is next for a session, and what it means. */
export function LeadForms({ post: { id, session }, debtFrom, start, end }: LeadFormsProps) {
  const t = useTranslations("sessions.desk");
  if (session.state === "over") return <Notice kind="ok">{t("over")}</Notice>;
  const coming = session.state === "coming";
  return (
    <div className="mt-4 flex flex-wrap items-start gap-x-4 gap-y-2">
      <OneAct
        action={coming ? start : end}
        postId={id}
        words={t(coming ? "start" : "end")}
        kind={coming ? "go" : undefined}
        icon={coming ? "mic" : "check"}
      />
      <p className="min-w-0 max-w-measure flex-1 basis-60 text-sm leading-relaxed text-ink-2">
        {coming ? `${t("before")}${t("startWhy", { minutes: earlyMinutes })}` : t("endWhy", { from: debtFrom })}
      </p>
    </div>
  );
}

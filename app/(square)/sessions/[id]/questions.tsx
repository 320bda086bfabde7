import { getTranslations } from "next-intl/server";
import type { ShownSessionPage } from "#app/_square/sessions.ts";
import { QuestionList } from "#components/sessions/question.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";

const tabs = {
  coming: ["supported", "newest", "answered"],
  live: ["supported", "newest", "answered"],
  over: ["answered", "unanswered"],
} as const;

/** The questions as they are listed, what is new of them, and the way on. */
export async function Questions({ page }: { page: ShownSessionPage }) {
  const t = await getTranslations("sessions");
  const { id, post, list, after, next, questions } = page;
  const { state, answeringId } = post.session;
  const [first] = tabs[state];
  const address = (change: Record<string, string | number | null>) =>
    `${withQuery(`/sessions/${id}`, { list: list === first ? null : list, ...change })}#comments`;
  return (
    <div id="comments" className="mt-8">
      <Tabs
        title={<span className="whitespace-nowrap">{t("questions")}</span>}
        label={t("lists.label")}
        tabs={tabs[state].map((one) => ({
          href: address({ list: one === first ? null : one }),
          words: t(`lists.${one}`),
          current: one === list,
        }))}
      />
      <div data-new-comments={id} aria-live="polite" />
      {list === "unanswered" && questions.length > 0 && <Left page={page} />}
      {questions.length > 0 ? <QuestionList questions={questions} answeringId={answeringId} /> : <None page={page} />}
      <Pager label={t("questions")} next={next ? address({ after: next }) : null} first={after ? address({}) : null} />
      {list === "answered" && !next && state === "over" && <Left page={page} linked />}
    </div>
  );
}

async function None({ page: { list, post } }: { page: ShownSessionPage }) {
  const t = await getTranslations("sessions");
  if (list === "answered")
    return <EmptyState title={t("noAnswers")}>{t(`noAnswersYet.${post.session.state}`)}</EmptyState>;
  if (list === "unanswered") return <EmptyState title={t("noneLeft")}>{t("noneLeftWhy")}</EmptyState>;
  return <EmptyState title={t("noQuestions")}>{t("noQuestionsYet")}</EmptyState>;
}

/** How many were neither answered nor owed a letter: nothing is left out. */
async function Left({ page: { id, post }, linked }: { page: ShownSessionPage; linked?: boolean }) {
  const t = await getTranslations("sessions");
  const { asked, answered, owed, debtFrom } = post.session.result!;
  const n = asked - answered - owed;
  if (n <= 0) return null;
  return (
    <p className="mt-3 max-w-measure text-sm leading-relaxed text-ink-2">
      {t("left", { n, from: debtFrom })}{" "}
      {linked && (
        <A href={`/sessions/${id}?list=unanswered#comments`} className="unprinted">
          {t("seeLeft")}
        </A>
      )}
    </p>
  );
}

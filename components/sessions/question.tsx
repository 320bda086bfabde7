import { useLocale, useTranslations } from "next-intl";
import { Comment } from "#components/comments/comment.tsx";
import { nameOf } from "#components/people/speaker.tsx";
import { Said } from "#components/posts/said.tsx";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { ShownComment } from "#domain/comments/shown.ts";
import type { Question as Asked } from "#domain/sessions/read-questions.ts";

interface QuestionListProps {
  questions: readonly Asked[];
  /** The question that the hosts have taken up. */
  answeringId: number | null;
}

export function QuestionList({ questions, answeringId }: QuestionListProps) {
  return (
    <ol>
      {questions.map((asked) => (
        <Comment key={asked.question.id} comment={asked.question}>
          <Below asked={asked} answering={asked.question.id === answeringId} />
        </Comment>
      ))}
    </ol>
  );
}

/** What comes to a question while somebody reads it: that it is taken up, the answers, and how much is said about it. */
function Below({ asked: { question, answers }, answering }: { asked: Asked; answering: boolean }) {
  const t = useTranslations("sessions");
  const talk = question.replies - answers.length;
  return (
    <div data-live={`answers:${question.id}`} className="col-span-full pb-2 sm:col-start-2">
      {answering && <Tag kind="warn">{t("answering")}</Tag>}
      {answers.map((answer) => (
        <Answer key={answer.id} answer={answer} />
      ))}
      {talk > 0 && (
        <A
          href={`/posts/${question.postId}?thread=${question.id}#comment-${question.id}`}
          className="unprinted inline-flex min-h-target items-center text-sm"
        >
          {t("talk", { n: talk })}
        </A>
      )}
    </div>
  );
}

/** An official answer, under the plate of who gave it. `again`: it stands on the page once more, where links lead. */
export function Answer({ answer, again }: { answer: ShownComment; again?: boolean }) {
  const t = useTranslations("sessions");
  const name = nameOf(useLocale(), answer.speaker);
  return (
    <article
      id={again ? undefined : `comment-${answer.id}`}
      aria-label={t("answered", { name })}
      className="mt-2 border-s-[3px] border-brand bg-card px-3.5 pt-2.5 pb-3"
    >
      <p className="flex flex-wrap items-center gap-x-2.5 text-sm leading-normal text-ink-2">
        <b className="text-brand">{t("answered", { name })}</b>
        <When at={answer.at} approx={answer.approx} />
      </p>
      <Said text={answer.body} mentions={answer.mentions} className="mt-0.5" />
    </article>
  );
}

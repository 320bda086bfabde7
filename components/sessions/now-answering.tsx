import { useLocale, useTranslations } from "next-intl";
import { nameOf } from "#components/people/speaker.tsx";
import { Said } from "#components/posts/said.tsx";
import { Answer } from "#components/sessions/question.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { Question } from "#domain/sessions/read-questions.ts";

/** 正在回答: the one question that the hosts have taken up, with what they have answered to it so far. */
export function NowAnswering({ asked: { question, answers } }: { asked: Question }) {
  const t = useTranslations("sessions");
  const language = useLocale();
  return (
    <section aria-label={t("answering")}>
      <Panel kind="brand" title={t("answering")} className="mt-4">
        <p className="text-sm text-ink-2">{nameOf(language, question.speaker)}</p>
        <Said text={question.body} mentions={question.mentions} />
        {answers.map((answer) => (
          <Answer key={answer.id} answer={answer} again />
        ))}
      </Panel>
    </section>
  );
}

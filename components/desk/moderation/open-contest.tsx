import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { useReasonWords } from "#components/log/reason-words.ts";
import { named } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea, FormRadios } from "#components/ui/form-fields.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { When } from "#components/ui/when.tsx";
import { grievanceOutcomes, longestGrievance } from "#domain/grievances/input.ts";
import type { OpenGrievance } from "#domain/grievances/read-grievances.ts";

/** What was done and why, what the person says, and the decision in words that everybody reads. */
export function OpenContest({ contest, action }: { contest: OpenGrievance; action: FormAction }) {
  const t = useTranslations("grievances.desk");
  const language = useLocale();
  const reasonOf = useReasonWords();
  const [what, id] = contest.subject.split(":") as ["comment" | "post" | "update" | "invalidation", string];
  const code = contest.code && reasonOf(what === "invalidation" ? "votes.strike" : "comment.hide", contest.code);
  return (
    <li className="border-b border-rule py-5">
      <h2 className="text-lg">{t(`acts.${what}`, { number: contest.number ?? 0 })}</h2>
      <p className="text-sm text-ink-2">
        {contest.office && `${named(language, contest.office)} · `}
        <When at={contest.doneAt} />
        {code && ` · ${t("code", { reason: code })}`}
        {" · "}
        <A href={what === "comment" ? `/desk/comments?at=${id}` : `/posts/${contest.postId}`}>{t("place")}</A>
      </p>
      {contest.body && (
        <Quoted title={t("hidden")}>
          <p className="whitespace-pre-line">{contest.body}</p>
        </Quoted>
      )}
      <Quoted title={t("says")}>
        <p className="font-song whitespace-pre-line">{contest.words}</p>
      </Quoted>
      {contest.mayDecide ? <Decide id={contest.id} action={action} /> : <Notice kind="note">{t("notYours")}</Notice>}
    </li>
  );
}

function Quoted({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-2 border-s-[3px] border-control ps-3">
      <h3 className="text-sm font-normal text-ink-2">{title}</h3>
      {children}
    </div>
  );
}

function Decide({ id, action }: { id: number; action: FormAction }) {
  const t = useTranslations("grievances.desk");
  return (
    <ActionForm
      action={action}
      problemsTitle={t("problems")}
      ids={{ words: `words-${id}`, outcome: `outcome-${id}` }}
      className="mt-3 grid gap-3"
    >
      <input type="hidden" name="grievanceId" value={id} />
      <FormRadios
        id={`outcome-${id}`}
        name="outcome"
        legend={t("outcome")}
        options={grievanceOutcomes.map((value) => ({ value, words: t(`outcomes.${value}`), detail: t(value) }))}
      />
      <FormArea
        id={`words-${id}`}
        name="words"
        label={t("reason")}
        hint={t("reasonHint")}
        required
        maxLength={longestGrievance}
        rows={3}
      />
      <Button kind="go" className="justify-self-start">
        {t("send")}
      </Button>
    </ActionForm>
  );
}

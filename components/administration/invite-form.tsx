"use client";

import { type ReactNode, useActionState } from "react";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { type FormState, untouched } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";

export interface InviteState extends FormState {
  /** Shown once, here. */
  link?: string;
  desk?: string;
}

interface InviteFormProps {
  action: (before: InviteState, form: FormData) => Promise<InviteState>;
  className?: string;
  /** linkWords with {desk} where the desk's name goes: only the answer knows it. */
  words: { problems: string; link: string; linkWords: string };
  /** Folds the fields; the answer stands outside, in sight also where no script keeps the fold open. */
  summary?: string;
  /** The desk's name, when the form asks for it. */
  nickname?: { label: string; hint: string };
  children: ReactNode;
}

/** A form whose answer is a link to hand on. */
export function InviteForm({ action, className, words, summary, nickname, children }: InviteFormProps) {
  const [answer, submit, pending] = useActionState<InviteState, FormData>(action, untouched);
  const typed = answer.values.nickname;
  const fields = (
    <>
      {nickname && (
        <TextField
          name="nickname"
          {...nickname}
          defaultValue={typeof typed === "string" ? typed : ""}
          problem={answer.problems?.nickname}
        />
      )}
      {children}
    </>
  );
  return (
    <form action={submit} className={className} inert={pending}>
      {answer.problems && <ErrorSummary title={words.problems} problems={answer.problems} />}
      <FormRefusal words={answer.refusal?.words} />
      {answer.link && (
        <Notice kind="ok" title={words.link} live>
          <a href={answer.link} className="block break-all font-mono text-sm">
            {answer.link}
          </a>
          <p className="text-sm">{words.linkWords.replace("{desk}", answer.desk ?? "")}</p>
        </Notice>
      )}
      {summary ? (
        <Disclosure summary={summary}>
          <div className="mt-2 mb-4 grid max-w-[34rem] gap-3">{fields}</div>
        </Disclosure>
      ) : (
        fields
      )}
    </form>
  );
}

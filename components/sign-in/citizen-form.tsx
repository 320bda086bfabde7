"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonLook } from "#components/ui/button-look.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { type FormState, untouched } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";

export interface CitizenState extends FormState {
  /** The code is on its way, in words. */
  sent?: string;
}

interface CitizenFormProps {
  action: (before: CitizenState, form: FormData) => Promise<CitizenState>;
  callbackUrl: string;
  words: Record<
    | "problems"
    | "phone"
    | "phoneHint"
    | "code"
    | "codeHint"
    | "ask"
    | "first"
    | "nickname"
    | "nicknameHint"
    | "whoSees"
    | "whoSeesWords"
    | "enter",
    string
  >;
  children: ReactNode;
}

/** Phone and code in one form. The first submit button is 登录, so that Enter means what it says. */
export function CitizenForm({ action, callbackUrl, words, children }: CitizenFormProps) {
  const [{ values, problems, refusal, sent }, submit, pending] = useActionState<CitizenState, FormData>(
    action,
    untouched,
  );
  const typed = (name: string) => [values[name] ?? []].flat()[0];
  return (
    <form action={submit} className="flex flex-1 flex-col gap-3">
      {problems && <ErrorSummary title={words.problems} problems={problems} />}
      <FormRefusal words={refusal?.words} />
      {sent && (
        <Notice kind="ok" live>
          {sent}
        </Notice>
      )}
      <button type="submit" name="do" value="enter" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        label={words.phone}
        hint={words.phoneHint}
        defaultValue={typed("phone")}
        problem={problems?.phone}
      />
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          name="code"
          className="min-w-0 flex-1 basis-44"
          inputMode="numeric"
          autoComplete="one-time-code"
          label={words.code}
          hint={words.codeHint}
          problem={problems?.code}
          autoFocus={sent !== undefined}
        />
        <button type="submit" name="do" value="ask" disabled={pending} className={buttonLook("brand")}>
          {words.ask}
        </button>
      </div>
      <Disclosure summary={words.first} open={Boolean(typed("nickname") || refusal?.key.startsWith("people."))}>
        <TextField
          name="nickname"
          autoComplete="nickname"
          maxLength={40}
          label={words.nickname}
          hint={words.nicknameHint}
          defaultValue={typed("nickname")}
          problem={problems?.nickname}
        />
      </Disclosure>
      <p className="border-s-[3px] border-control ps-3 text-sm leading-relaxed text-ink-2">
        <b className="me-1 text-ink">{words.whoSees}</b>
        {words.whoSeesWords}
      </p>
      <Button kind="go" size="large" name="do" value="enter" disabled={pending}>
        {words.enter}
      </Button>
      {children}
    </form>
  );
}

"use client";

import { createContext, type ReactNode, useActionState, useContext } from "react";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { type FormState, untouched } from "#components/ui/form-state.ts";

const Answer = createContext<FormState>(untouched);

interface ActionFormProps {
  /** Made by `formAction`. */
  action: (before: FormState, form: FormData) => Promise<FormState>;
  /** Over the list of what is to be mended: 有几处要改. */
  problemsTitle: string;
  /** Where a field's id is not its name. */
  ids?: Record<string, string>;
  /** Shown instead of the form when the action has answered that it is done. Leave it out where the action redirects. */
  done?: ReactNode;
  className?: string;
  children: ReactNode;
}

/**
 * A form on the desk. Works without JavaScript: the action's answer is then rendered by the server into a new page.
 * Fields inside take what was typed and what is wrong with it from `useAnswer` (see form-fields.tsx).
 */
export function ActionForm({ action, problemsTitle, ids, done, className, children }: ActionFormProps) {
  const [answer, submit] = useActionState(action, untouched);
  if (answer.done && done) return done;
  return (
    <Answer value={answer}>
      {answer.problems && <ErrorSummary title={problemsTitle} problems={answer.problems} ids={ids} />}
      <FormRefusal words={answer.refusal?.words} />
      <form action={submit} className={className}>
        {children}
      </form>
    </Answer>
  );
}

/** For a field: its value as typed before (else the one given) and the sentences about it. */
export function useAnswer(name: string, given?: string): { typed: string | undefined; problem: string[] | undefined } {
  const { values, problems } = useContext(Answer);
  const typed = values[name];
  return { typed: (Array.isArray(typed) ? typed[0] : typed) ?? given, problem: problems?.[name] };
}

/** For a group of checkboxes: which were ticked, and whether the form has come back at all. */
export function useTicked(name: string): { ticked: string[] | undefined; problem: string[] | undefined } {
  const { values, problems } = useContext(Answer);
  const cameBack = Object.keys(values).length > 0;
  return { ticked: cameBack ? [values[name] ?? []].flat() : undefined, problem: problems?.[name] };
}

import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { Icon } from "#components/ui/icon.tsx";

/** What every field of a form may say about itself. */
export interface FieldWords {
  name: string;
  label: ReactNode;
  /** Said under the label, before the mistake is made. */
  hint?: ReactNode;
  /** What is wrong and what would be right; the first sentence is shown. */
  problem?: string | string[];
  /** Two forms on a page may have fields of the same name. */
  id?: string;
}

export function sentence(problem: string | string[] | undefined): string | undefined {
  return Array.isArray(problem) ? problem[0] : problem || undefined;
}

/** The attributes that tie a control to its label, its hint and its problem. */
export function tied({ name, id = name, hint, problem }: FieldWords) {
  const said = [hint ? `${id}-hint` : null, sentence(problem) ? `${id}-problem` : null].filter(Boolean).join(" ");
  return {
    id,
    name,
    "aria-describedby": said || undefined,
    "aria-invalid": sentence(problem) ? true : undefined,
  } as const;
}

export function Problem({ id, children }: { id: string; children?: string | string[] }) {
  const words = sentence(children);
  if (!words) return null;
  return (
    <p id={`${id}-problem`} className="mt-1 flex gap-1.5 font-semibold leading-normal text-danger">
      <Icon of="triangle-alert" className="mt-1" />
      {words}
    </p>
  );
}

/** The red bar beside a field or a group that has a problem: it hangs in the margin, so that nothing moves. */
export function problemEdge(problem: string | string[] | undefined): string | false {
  return sentence(problem) !== undefined && "-ms-4 border-s-4 border-danger ps-3";
}

/** Label, hint and problem above a control, in the order in which they are read out. */
export function Field({ words, className, children }: { words: FieldWords; className?: string; children: ReactNode }) {
  const id = words.id ?? words.name;
  return (
    <div className={classes(problemEdge(words.problem), className)}>
      <label htmlFor={id} className="block font-semibold leading-normal">
        {words.label}
      </label>
      {words.hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-2">
          {words.hint}
        </p>
      )}
      <Problem id={id}>{words.problem}</Problem>
      <div className="mt-1">{children}</div>
    </div>
  );
}

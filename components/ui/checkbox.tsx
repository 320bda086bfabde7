import type { ComponentProps } from "react";
import { classes } from "#components/ui/classes.ts";
import { type FieldWords, Problem, problemEdge, tied } from "#components/ui/field.tsx";

type Own = FieldWords & { className?: string };

export function Checkbox({ label, hint, problem, className, ...rest }: Own & Omit<ComponentProps<"input">, keyof Own>) {
  const words = { label, hint, problem, name: rest.name, id: rest.id };
  const id = rest.id ?? rest.name;
  return (
    <div className={classes(problemEdge(problem), className)}>
      <Problem id={id}>{problem}</Problem>
      <label className="flex min-h-target items-start gap-3 py-2 leading-normal">
        <input {...rest} {...tied(words)} type="checkbox" className="choice" />
        <span>
          {label}
          {hint && (
            <small id={`${id}-hint`} className="block text-ink-2">
              {hint}
            </small>
          )}
        </span>
      </label>
    </div>
  );
}

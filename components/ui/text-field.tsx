import type { ComponentProps } from "react";
import { classes } from "#components/ui/classes.ts";
import { Field, type FieldWords, tied } from "#components/ui/field.tsx";

type Own = FieldWords & { className?: string };

export function TextField({
  label,
  hint,
  problem,
  className,
  ...rest
}: Own & Omit<ComponentProps<"input">, keyof Own>) {
  const words = { label, hint, problem, name: rest.name, id: rest.id };
  return (
    <Field words={words} className={className}>
      <input type="text" {...rest} {...tied(words)} className="control" />
    </Field>
  );
}

interface Area extends Own {
  /** Somebody's own words (a letter, an answer) are written in Song type, as they will be shown. */
  song?: boolean;
}

export function TextArea({
  label,
  hint,
  problem,
  className,
  song,
  ...rest
}: Area & Omit<ComponentProps<"textarea">, keyof Own>) {
  const words = { label, hint, problem, name: rest.name, id: rest.id };
  return (
    <Field words={words} className={className}>
      <textarea rows={4} {...rest} {...tied(words)} className={classes("control", song && "font-song")} />
    </Field>
  );
}

import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { Problem, problemEdge, sentence } from "#components/ui/field.tsx";
import { Numeral } from "#components/ui/section.tsx";

interface FieldsetProps {
  /** What the error summary leads to. */
  id: string;
  legend: ReactNode;
  /** 1 stands as 一、 before the legend. */
  number?: number;
  hint?: ReactNode;
  problem?: string | string[];
  className?: string;
  children: ReactNode;
}

/** Fields that answer one question together. */
export function Fieldset({ id, legend, number, hint, problem, className, children }: FieldsetProps) {
  const said = [hint ? `${id}-hint` : null, sentence(problem) ? `${id}-problem` : null].filter(Boolean).join(" ");
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={said || undefined}
      className={classes("min-w-0", problemEdge(problem), className)}
    >
      <legend className="text-lg font-semibold leading-snug">
        {number && <Numeral of={number} />}
        {legend}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="text-base leading-relaxed text-ink-2">
          {hint}
        </p>
      )}
      <Problem id={id}>{problem}</Problem>
      <div className="mt-2">{children}</div>
    </fieldset>
  );
}

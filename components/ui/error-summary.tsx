"use client";

import { useEffect, useRef } from "react";
import { sentence } from "#components/ui/field.tsx";
import { Icon } from "#components/ui/icon.tsx";

interface ErrorSummaryProps {
  /** 有 2 处要改 */
  title: string;
  /** By field name, in the order of the form; the sentences are those beside the fields. */
  problems: Record<string, string | string[] | undefined>;
  /** Where a field's id is not its name. */
  ids?: Record<string, string>;
}

/** Above the h1 of a form that came back: what is to be mended, each a link to its field. It takes the focus. */
export function ErrorSummary({ title, problems, ids = {} }: ErrorSummaryProps) {
  const box = useRef<HTMLElement>(null);
  const listed = Object.entries(problems).filter(([, problem]) => sentence(problem));
  // A new object means a new answer of the server: the focus comes back to the summary each time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => box.current?.focus(), [problems]);
  if (listed.length === 0) return null;
  return (
    <section
      ref={box}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without script it is the only way to say that the form came back
      autoFocus
      role="alert"
      aria-labelledby="problems-title"
      className="my-5 border-4 border-danger bg-card px-4 pt-3 pb-4 sm:px-5"
    >
      <h2 id="problems-title" className="flex items-center gap-2 text-lg">
        <Icon of="triangle-alert" className="size-6 text-danger" />
        {title}
      </h2>
      <ul className="mt-1">
        {listed.map(([field, problem]) => (
          <li key={field}>
            <a href={`#${ids[field] ?? field}`} className="inline-block py-1 font-semibold text-danger">
              {sentence(problem)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

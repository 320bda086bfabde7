import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { Icon } from "#components/ui/icon.tsx";

interface DisclosureProps {
  summary: ReactNode;
  id?: string;
  open?: boolean;
  /** Only one of those with the same name is open. */
  name?: string;
  className?: string;
  children: ReactNode;
}

/** 如何算出, 字号与配色: more for who asks; the browser's own, so it works without any script. */
export function Disclosure({ summary, id, open, name, className, children }: DisclosureProps) {
  return (
    <details id={id} open={open} name={name} className={classes("group", className)}>
      <summary className="inline-flex min-h-target items-center gap-1.5 text-link underline decoration-1 underline-offset-4 hover:decoration-2">
        {summary}
        <Icon of="chevron-down" className="group-open:rotate-180" />
      </summary>
      {children}
    </details>
  );
}

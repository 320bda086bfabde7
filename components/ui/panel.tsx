import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

/** plain: a document or an input on the paper. strong: it stands first. brand: it is to be acted on. ok: it is done. */
export type PanelKind = "plain" | "strong" | "brand" | "ok" | "danger";

const kinds: Record<PanelKind, string> = {
  plain: "border-rule",
  strong: "border-rule-strong",
  brand: "border-brand border-t-[3px]",
  ok: "border-2 border-ok",
  danger: "border-danger border-s-4",
};

interface PanelProps {
  kind?: PanelKind;
  title?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
}

/** A white sheet with thin edges: white means a document or an input. */
export function Panel({ kind = "plain", title, id, className, children }: PanelProps) {
  return (
    <section id={id} className={classes("rounded-sm border bg-card px-4 py-3", kinds[kind], className)}>
      {title && <h2 className="mb-2 text-base">{title}</h2>}
      {children}
    </section>
  );
}

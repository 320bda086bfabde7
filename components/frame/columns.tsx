import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

interface ColumnsProps {
  /** First of all on a phone, on top of the middle column on a desktop: a pinned broadcast. */
  lead?: ReactNode;
  /** What can be done here: on top of the right column; on a phone before the content. */
  act?: ReactNode;
  /** The right column; on a phone after the content. */
  aside?: ReactNode;
  /** Without a right column: let tables and boards have the whole width. */
  wide?: boolean;
  children: ReactNode;
}

/**
 * The page itself, as `<main>`: one reading column, and on a desktop a right column of 300 beside it. On a phone the
 * pieces follow in the order in which they are needed: lead, act, content, aside.
 */
export function Columns({ lead, act, aside, wide, children }: ColumnsProps) {
  if (!act && !aside) {
    return (
      <main
        id="main"
        tabIndex={-1}
        className={classes("w-full min-w-0 pt-4", !wide && "one-column mx-auto max-w-column")}
      >
        {lead}
        {children}
      </main>
    );
  }
  return (
    <main id="main" tabIndex={-1} className={classes("columns-page mx-auto w-full pt-4", lead ? "with-lead" : null)}>
      {lead && <div className="min-w-0 [grid-area:lead]">{lead}</div>}
      {act && <div className="min-w-0 [grid-area:act]">{act}</div>}
      <div className="min-w-0 [grid-area:text]">{children}</div>
      {aside && <aside className="min-w-0 [grid-area:aside]">{aside}</aside>}
    </main>
  );
}

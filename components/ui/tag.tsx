import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

/** neutral: a state. ok, warn, danger: a state that is good, waits, or is wrong. lead, office: whose voice this is. */
export type TagKind = "neutral" | "ok" | "warn" | "danger" | "lead" | "office";

const kinds: Record<TagKind, string> = {
  neutral: "bg-neutral-bg text-neutral",
  ok: "bg-ok-bg text-ok",
  warn: "bg-warn-bg text-warn",
  danger: "bg-danger-bg text-danger",
  lead: "bg-brand text-on-brand",
  office: "border border-brand text-brand",
};

/** An adjective (已办结, 本人), never a link. */
export function Tag({ kind = "neutral", children }: { kind?: TagKind; children: ReactNode }) {
  return (
    <span
      className={classes(
        "tinted inline-block max-w-full truncate align-middle font-normal rounded-sm px-[.45em] py-[.12em] text-sm leading-[1.35]",
        kinds[kind],
      )}
    >
      {children}
    </span>
  );
}

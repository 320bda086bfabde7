import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { IconName } from "#components/ui/icon-shapes.ts";

/** note: good to know. ok: it is done. warn: it waits for you. danger: it is wrong. demo: this is not real. */
export type NoticeKind = "note" | "ok" | "warn" | "danger" | "demo";

const kinds: Record<NoticeKind, { look: string; icon: IconName }> = {
  note: { look: "border-s-4 border-control bg-card", icon: "info" },
  ok: { look: "border-s-4 border-ok bg-ok-bg", icon: "check" },
  warn: { look: "border-s-4 border-warn bg-warn-bg", icon: "triangle-alert" },
  danger: { look: "border-s-4 border-danger bg-danger-bg", icon: "triangle-alert" },
  demo: { look: "border border-dashed border-warn bg-warn-bg text-warn", icon: "triangle-alert" },
};

interface NoticeProps {
  kind?: NoticeKind;
  title?: ReactNode;
  /** Says itself to who listens: for what has just happened. */
  live?: boolean;
  /** Stands at the right: undo, a link. */
  act?: ReactNode;
  children?: ReactNode;
}

export function Notice({ kind = "note", title, live, act, children }: NoticeProps) {
  const { look, icon } = kinds[kind];
  return (
    <div
      role={live ? "status" : undefined}
      className={classes("tinted my-3 flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 leading-relaxed", look)}
    >
      <Icon of={icon} className="mt-1 self-start" />
      <div className="min-w-0 flex-1 basis-48">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
      {act}
    </div>
  );
}

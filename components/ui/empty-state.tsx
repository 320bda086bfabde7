import type { ReactNode } from "react";

/** A list with nothing in it says so, says why, and what can be done instead. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="border border-dashed border-control px-5 py-6">
      <p className="font-semibold">{title}</p>
      {children && <div className="mt-1 text-ink-2">{children}</div>}
    </div>
  );
}

import type { ReactNode } from "react";

/** For who listens only: what the eye takes from position or shape. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}

import type { ReactNode } from "react";

/** Pages for one person: made for each request, never kept. Their frames stand one folder deeper. */
export const dynamic = "force-dynamic";

export default function Private({ children }: { children: ReactNode }) {
  return children;
}

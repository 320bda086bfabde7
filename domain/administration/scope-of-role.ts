import type { RoleName } from "#db/schema/index.ts";

export type ScopeKind = "leader" | "office" | "region";

/** What each role stands on; the database holds the same as a constraint. */
export const scopeOfRole: Record<RoleName, ScopeKind> = {
  leader: "leader",
  operator: "office",
  handler: "office",
  supervisor: "office",
  triage: "region",
  moderator: "region",
  editor: "region",
  administrator: "region",
};

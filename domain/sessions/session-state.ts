/** coming: asked and voted; live: answered as well; over: what was not answered is owed. */
export type SessionState = "coming" | "live" | "over";

export function stateOf({ startedAt, endedAt }: { startedAt: Date | null; endedAt: Date | null }): SessionState {
  if (endedAt) return "over";
  return startedAt ? "live" : "coming";
}

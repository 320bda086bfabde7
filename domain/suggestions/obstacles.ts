import type { AdoptionOutcome } from "#db/schema/adoptions.ts";
import type { LetterKind } from "#db/schema/letters.ts";

/** Why it cannot be put under study: it is none, it is being studied, or it is decided. */
export function obstacleToStudying(kind: LetterKind, outcome: AdoptionOutcome | null): string | null {
  return outcome === "studied" ? "suggestions.studied" : obstacleToDeciding(kind, outcome);
}

/** Why it cannot be decided: it is no suggestion, or a decision stands. */
export function obstacleToDeciding(kind: LetterKind, outcome: AdoptionOutcome | null): string | null {
  if (kind !== "suggestion") return "suggestions.none";
  return outcome === null || outcome === "studied" ? null : "suggestions.decided";
}

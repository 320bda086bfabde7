import type { LetterState } from "#db/schema/letters.ts";

/** From which states the steps of the table start, where several start from the same. */
export const open = ["submitted", "clarifying", "accepted", "assigned"] as const;
export const any = [...open, "answered", "closed", "refused", "withdrawn"] as const;
/** An office's last word was said: it may be asked of the superior office. */
export const decided = ["answered", "closed", "refused"] as const;
/** A promise is made by who has the letter, and outlives whatever becomes of it. */
export const promised = ["assigned", "answered", "closed"] as const;
/** A suggestion ripens at its own pace: often it becomes a document long after it was answered. */
export const decidable = ["assigned", "answered", "closed"] as const;
/** What was ordered is looked into until the matter is done, which may be after the answer. */
export const supervised = [...open, "answered", "closed"] as const;
/** A case is led until its letter is over: what came of the answer is looked into as well. */
export const led = [...open, "answered"] as const;

/** Whether offices still have work with it: not answered, not over. */
export function isOpen(state: LetterState): boolean {
  return (open as readonly LetterState[]).includes(state);
}

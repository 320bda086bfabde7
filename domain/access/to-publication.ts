import type { Actor } from "./actor.ts";
import { type LetterFacts, standsAs } from "./to-letters.ts";

/** Who decides that what was public is public no longer, beside those who confirm texts. */
export const toPublication = {
  /** Consent is the writer's own: no office gives it and none takes it back. */
  "letter.withdraw-consent": (actor: Actor, letter: LetterFacts) => standsAs(actor, "author", letter),
};

import type { DemoLetter } from "./demo-letter.ts";
import { lettersDecided } from "./letters-decided.ts";
import { lettersInHand } from "./letters-in-hand.ts";

/** Marked 演示: one letter for every state, lamp and card. */
export const demoLetters: DemoLetter[] = [...lettersInHand, ...lettersDecided];

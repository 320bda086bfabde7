import type { LetterSeal } from "#domain/ledger/read-seal.ts";
import type { OpenLetter } from "#domain/letters/read-public-letter.ts";

/** What the parts are drawn from: the public letter has it, and the writer's own view. */
export interface LetterCourse
  extends Pick<
    OpenLetter,
    | "kind"
    | "via"
    | "state"
    | "timeline"
    | "turn"
    | "clocks"
    | "orders"
    | "verdicts"
    | "callBack"
    | "round"
    | "promises"
  > {
  /** How far its records are sealed, and the file of the ledger that this reader may keep. */
  seal?: (LetterSeal & { file: string }) | null;
  comment: { id: number; postId: number; hidden?: boolean } | null;
}

import { tellsOfDanger } from "#domain/letters/danger.ts";
import { Refusal } from "#domain/refusal.ts";
import { effectOf, type WordRule } from "./match.ts";

/**
 * What is thought of before words go out. Guided rather than blocked: only plain advertising is refused. Words of danger to
 * life, and words a rule cautions about, are asked about once (`anyway` false) and sent when their writer means them; null:
 * there is nobody to ask. Says whether a moderator should see them first.
 */
export function heedWords(rules: readonly WordRule[], body: string, anyway: boolean | null): { marked: boolean } {
  const effect = effectOf(rules, body);
  if (effect === "refuse") throw new Refusal("comments.advertising");
  if (anyway === false && tellsOfDanger(body)) throw new Refusal("comments.danger");
  if (anyway === false && effect === "caution") throw new Refusal("comments.caution");
  return { marked: effect !== null };
}

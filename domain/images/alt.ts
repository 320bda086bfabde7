import { lengthOf, plainText } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";
import { longestAlt } from "./input.ts";

/** What is told to who does not see a picture, as it is kept, or why it cannot be. */
export function altOf(typed: string): string {
  const alt = plainText(typed);
  if (lengthOf(alt) > longestAlt) throw new Refusal("images.altTooLong", { maximum: longestAlt });
  return alt;
}

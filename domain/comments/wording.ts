import { lengthOf, plainText } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";
import { longestComment } from "./input.ts";

/** The words of a comment or an addendum as they are kept, or why they cannot be. */
export function wordingOf(typed: string): string {
  const body = plainText(typed);
  const length = lengthOf(body);
  if (length === 0) throw new Refusal("comments.empty");
  if (length > longestComment) throw new Refusal("comments.tooLong", { maximum: longestComment, length });
  return body;
}

import { lengthOf, plainText } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";
import { longestPost, longestPrompt, mostPrompts } from "./input.ts";

/** The words of a post as they are kept, or why they cannot be. */
export function wordingOf(typed: string): string {
  const body = plainText(typed);
  if (body === "") throw new Refusal("posts.empty");
  if (lengthOf(body) > longestPost)
    throw new Refusal("posts.tooLong", { maximum: longestPost, length: lengthOf(body) });
  return body;
}

/** A solicitation asks something; nothing else does. */
export function promptsOf(kind: string, typed: string[]): string[] {
  const prompts = typed.map(plainText).filter((prompt) => prompt !== "");
  if (kind !== "solicitation") return [];
  if (prompts.length === 0) throw new Refusal("posts.nothingAsked");
  if (prompts.length > mostPrompts) throw new Refusal("posts.tooManyPrompts", { maximum: mostPrompts });
  if (prompts.some((prompt) => lengthOf(prompt) > longestPrompt)) {
    throw new Refusal("posts.promptTooLong", { maximum: longestPrompt });
  }
  return prompts;
}

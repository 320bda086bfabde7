import type { PostKind } from "#db/schema/index.ts";
import { lengthOf, plainText } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";
import { longestPost, longestPrompt, mostPrompts } from "./input.ts";
import { kindOf } from "./kinds.ts";

/** The words of a post as they are kept, or why they cannot be. */
export function wordingOf(typed: string): string {
  const body = plainText(typed);
  if (body === "") throw new Refusal("posts.empty");
  if (lengthOf(body) > longestPost)
    throw new Refusal("posts.tooLong", { maximum: longestPost, length: lengthOf(body) });
  return body;
}

/** What asks must ask something; of any other kind there is nothing to answer. */
export function promptsOf(kind: PostKind, typed: string[]): string[] {
  const prompts = typed.map(plainText).filter((prompt) => prompt !== "");
  if (!kindOf(kind)?.asks) return [];
  if (prompts.length === 0) throw new Refusal("posts.nothingAsked");
  if (prompts.length > mostPrompts) throw new Refusal("posts.tooManyPrompts", { maximum: mostPrompts });
  if (prompts.some((prompt) => lengthOf(prompt) > longestPrompt)) {
    throw new Refusal("posts.promptTooLong", { maximum: longestPrompt });
  }
  return prompts;
}

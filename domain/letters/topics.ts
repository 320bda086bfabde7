import { nobody } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Letter } from "./letter.ts";

/**
 * What a step makes stale, and who is listening. Everything but an accusation is known by number, so that its page, its
 * mailbox and the lists go with it; an accusation stirs nothing but the desks of those who handle it.
 * The writer is never named here: a topic is public, and would tell that two nameless letters are by the same hand.
 */
export function topicsOf(letter: Letter, before: Letter, desks: readonly string[]): string[] {
  const known = [letter, before].some((one) => can(nobody, "letter.know", one));
  const topics = [...new Set([...letter.desks, ...desks])].map((slug) => `desk:${slug}`);
  if (!known) return topics;
  topics.unshift(`letter:${letter.number}`, "letters", `mailbox:${letter.mailbox.slug}`);
  if (letter.comment) topics.push(`post:${letter.comment.postId}`);
  if (
    letter.state !== before.state ||
    letter.publishedAt !== before.publishedAt ||
    letter.hiddenAt !== before.hiddenAt
  ) {
    topics.push("home");
  }
  return topics;
}

/** May everybody read of it? Only while the letter's text is public, before the step or after it. */
export function isPublic(letter: Letter, before: Letter): boolean {
  return can(nobody, "letter.read", letter) || (letter.kind !== "accusation" && can(nobody, "letter.read", before));
}

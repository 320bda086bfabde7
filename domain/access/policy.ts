import { Refusal } from "#domain/refusal.ts";
import type { Actor } from "./actor.ts";
import { toAdministration } from "./to-administration.ts";
import { toAppeals } from "./to-appeals.ts";
import { toAssessment } from "./to-assessment.ts";
import { toBookmarks } from "./to-bookmarks.ts";
import { toConcerns } from "./to-concerns.ts";
import { toDirectory } from "./to-directory.ts";
import { toFollows } from "./to-follows.ts";
import { toLetters } from "./to-letters.ts";
import { toMentions } from "./to-mentions.ts";
import { toModeration } from "./to-moderation.ts";
import { toOwed } from "./to-owed.ts";
import { toPosts } from "./to-posts.ts";
import { toPublication } from "./to-publication.ts";
import { toSessions } from "./to-sessions.ts";
import { toSupervision } from "./to-supervision.ts";
import { toWordings } from "./to-wordings.ts";

/** Every permission on the platform. If it is not here, nobody may do it. */
const rules = {
  ...toWordings,
  ...toPosts,
  ...toModeration,
  ...toLetters,
  ...toOwed,
  ...toFollows,
  ...toBookmarks,
  ...toMentions,
  ...toSupervision,
  ...toAdministration,
  ...toDirectory,
  ...toConcerns,
  ...toPublication,
  ...toSessions,
  ...toAssessment,
  ...toAppeals,
};

type Rules = typeof rules;
export type Action = keyof Rules;
type About<A extends Action> = Rules[A] extends (actor: Actor, ...about: infer Rest) => boolean ? Rest : never;

/** May the actor do this? Shows a button. */
export function can<A extends Action>(actor: Actor, action: A, ...about: About<A>): boolean {
  return (rules[action] as (actor: Actor, ...about: unknown[]) => boolean)(actor, ...about);
}

/** Refuses what the actor may not do: sign in first, or forbidden. */
export function authorize<A extends Action>(actor: Actor, action: A, ...about: About<A>): void {
  if (can(actor, action, ...about)) return;
  throw new Refusal(actor.kind === "nobody" ? "signInFirst" : "forbidden", { action });
}

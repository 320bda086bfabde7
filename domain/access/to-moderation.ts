import { type Actor, isPerson } from "./actor.ts";
import { holds, holdsOver } from "./holds.ts";
import { type Stream, toPosts } from "./to-posts.ts";

/** A moderation that somebody contests: where it was done, by whom, and whom it struck. */
export interface Contested {
  lineage: number[];
  doneById: number;
  personId: number;
}

type Place = Pick<Stream, "lineage">;

const moderates = (actor: Actor, { lineage }: Place) => holdsOver(actor, "moderator", lineage);

/** Who may report, who keeps talk in order, and who looks at that again. */
export const toModeration = {
  /** A desk has the queue itself; reports are the citizens' voice in it. */
  "flag.make": (actor: Actor) => isPerson(actor) && !actor.staff,
  "flags.own": (actor: Actor) => isPerson(actor) && !actor.staff,
  "moderation.desk": (actor: Actor) => holds(actor, "moderator"),
  /** Words are ruled on where the discussion is kept in order; a rule of the city holds in its counties. */
  "words.rule": (actor: Actor, place: Place) => moderates(actor, place),
  /** The stream's owner as a host, or the region's moderator. */
  "talk.pace": (actor: Actor, stream: Stream) => toPosts["post.publish"](actor, stream) || moderates(actor, stream),
  "votes.weigh": (actor: Actor, place: Place) => moderates(actor, place),
  "grievance.raise": (actor: Actor, struck: number[]) => isPerson(actor) && struck.includes(actor.id),
  /** Another moderator of the region or of one above: never who did it, and nobody in a matter of their own. */
  "grievance.decide": (actor: Actor, contested: Contested) =>
    moderates(actor, contested) &&
    isPerson(actor) &&
    actor.id !== contested.doneById &&
    actor.id !== contested.personId,
};

import { type Actor, isPerson } from "./actor.ts";
import { holdsAt, holdsOver, holdsPosition } from "./holds.ts";

/** A stream belongs to a leader's position or to an office. */
export interface Stream {
  leaderId: number | null;
  officeId: number;
  lineage: number[];
}

/** Who may speak, where, and who may hide it. */
export const toPosts = {
  /** In person on one's own stream; for the office, who keeps its mailboxes, or the region's editor. */
  "post.publish": (actor: Actor, stream: Stream) =>
    stream.leaderId !== null
      ? holdsPosition(actor, stream.leaderId)
      : holdsAt(actor, "operator", stream.officeId) || holdsOver(actor, "editor", stream.lineage),
  /** An operator writes for a leader; the leader approves. */
  "post.draft": (actor: Actor, stream: Stream) =>
    holdsPosition(actor, stream.leaderId) ||
    holdsAt(actor, "operator", stream.officeId) ||
    holdsOver(actor, "editor", stream.lineage),
  "post.moderate": (actor: Actor, stream: Stream) => holdsOver(actor, "moderator", stream.lineage),
  "comment.write": (actor: Actor) => isPerson(actor) && actor.verified,
  "comment.edit": (actor: Actor, comment: { authorId: number }) => isPerson(actor) && actor.id === comment.authorId,
  /** Spoken under a plate: by whoever may publish on that stream. */
  "comment.reply-officially": (actor: Actor, stream: Stream) =>
    holdsPosition(actor, stream.leaderId) || holdsAt(actor, "operator", stream.officeId),
  "vote.cast": (actor: Actor) => isPerson(actor),
};

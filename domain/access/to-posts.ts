import { type Actor, isPerson } from "./actor.ts";
import { holdsAt, holdsOver, holdsPosition } from "./holds.ts";

/** A stream belongs to a leader's position or to an office. */
export interface Stream {
  leaderId: number | null;
  officeId: number;
  lineage: number[];
}

/** Whose plate somebody speaks under: a leader's position, or an office. */
export interface Plate {
  leaderId: number | null;
  officeId: number | null;
}

/** A post that grows: whose stream it stands on (an appeal's is that of the office asked to verify it), and whose appeal it is. */
export interface Growing {
  stream: Stream;
  citizenId: number | null;
}

const keeps = (actor: Actor, stream: Stream) =>
  holdsAt(actor, "operator", stream.officeId) || holdsOver(actor, "editor", stream.lineage);

/** Who may speak, where, and who may hide it. */
export const toPosts = {
  /** In person on one's own stream; for the office, who keeps its mailboxes, or the region's editor. */
  "post.publish": (actor: Actor, stream: Stream) =>
    stream.leaderId !== null ? holdsPosition(actor, stream.leaderId) : keeps(actor, stream),
  /** An operator writes for a leader; the leader approves. */
  "post.draft": (actor: Actor, stream: Stream) => holdsPosition(actor, stream.leaderId) || keeps(actor, stream),
  /** What a leader writes in person is theirs until it is out: nobody else's words may go out as 本人. */
  "post.redraft": (actor: Actor, { stream, voice }: { stream: Stream; voice: "self" | "office" }) =>
    holdsPosition(actor, stream.leaderId) || (keeps(actor, stream) && (stream.leaderId === null || voice === "office")),
  /** The authoritative word for everybody: the region's editor, or the office that settles who handles what. */
  "post.broadcast": (actor: Actor, stream: Stream & { triages: boolean }) =>
    stream.leaderId === null &&
    (holdsOver(actor, "editor", stream.lineage) || (stream.triages && holdsAt(actor, "operator", stream.officeId))),
  /** 公仆在线: an office is exposed or commended by the region's editor, never by another office. */
  "post.story": (actor: Actor, stream: Stream) =>
    stream.leaderId === null && holdsOver(actor, "editor", stream.lineage),
  /**
   * The leader in person, or the office under its own plate: nobody adds to a post in somebody else's name. `as` is null
   * where a citizen speaks.
   */
  "update.add": (actor: Actor, { stream, citizenId }: Growing, as: Plate | null) => {
    if (as === null) return isPerson(actor) && actor.id === citizenId;
    if (as.leaderId !== null) return as.leaderId === stream.leaderId && holdsPosition(actor, as.leaderId);
    return as.officeId === stream.officeId && keeps(actor, stream);
  },
  "post.moderate": (actor: Actor, stream: Pick<Stream, "lineage">) => holdsOver(actor, "moderator", stream.lineage),
  /** Citizens talk in their own name. Staff speak under a plate or not at all: a desk is no 网友. */
  "comment.write": (actor: Actor) => isPerson(actor) && !actor.staff && actor.verified,
  "comment.edit": (actor: Actor, comment: { authorId: number }) => isPerson(actor) && actor.id === comment.authorId,
  "comment.reply-officially": (actor: Actor, plate: Plate) =>
    plate.leaderId !== null ? holdsPosition(actor, plate.leaderId) : holdsAt(actor, "operator", plate.officeId),
  /** One voice a person, and none for a desk: an office cannot vote for itself. */
  "vote.cast": (actor: Actor) => isPerson(actor) && !actor.staff,
  /** A poll decides something, so that behind each ballot stands one verified person. */
  "poll.vote": (actor: Actor) => isPerson(actor) && !actor.staff && actor.verified,
  /** Letters and posts carry pictures; whoever is signed in may write one of them. */
  "image.store": (actor: Actor) => isPerson(actor),
};

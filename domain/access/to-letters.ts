import type { LetterKind, LetterState, LetterVisibility } from "#db/schema/letters.ts";
import type { StepRole } from "#domain/letters/step-row.ts";
import { rowOf, type Step } from "#domain/letters/steps.ts";
import { type Actor, isPerson } from "./actor.ts";
import { holds, holdsAt, holdsOver, holdsPosition } from "./holds.ts";
import type { Stream } from "./to-posts.ts";

/** All that rights on a letter depend on. */
export interface LetterFacts {
  kind: LetterKind;
  state: LetterState;
  visibility: LetterVisibility;
  publishedAt: Date | null;
  hiddenAt: Date | null;
  authorId: number | null;
  leadOfficeId: number | null;
  /** Which office decides a review now. */
  reviewOfficeId: number | null;
  assistingOfficeIds: number[];
  accusedOfficeId: number | null;
  accusedLeaderId: number | null;
  /** When the accused office is a region's triage office: that region. Its people hold their role there, not in the office. */
  accusedTriageRegionId: number | null;
  /** Whose own case it is now (带案). */
  ledByLeaderId: number | null;
  /** Where it was sent, and the regions from the root down to it. */
  mailbox: { officeId: number; leaderId: number | null; lineage: number[] };
  comment: CommentFacts | null;
}

export interface CommentFacts {
  authorId: number;
  stream: Stream;
}

const isAuthor = (actor: Actor, letter: LetterFacts) =>
  isPerson(actor) && letter.authorId !== null && actor.id === letter.authorId;

/**
 * An accusation never reaches the accused office or person (《信访工作条例》 arts. 30, 46), and nobody handles a letter of
 * their own (arts. 18, 28).
 */
export function isKeptOut(actor: Actor, letter: LetterFacts): boolean {
  return isPerson(actor) && (isAuthor(actor, letter) || actor.grants.some((grant) => isAccused(grant, letter)));
}

function isAccused(
  grant: { officeId: number | null; leaderId: number | null; regionId: number; role: string },
  letter: LetterFacts,
) {
  return (
    (letter.accusedOfficeId !== null && grant.officeId === letter.accusedOfficeId) ||
    (letter.accusedLeaderId !== null && grant.leaderId === letter.accusedLeaderId) ||
    (grant.role === "triage" && grant.regionId === letter.accusedTriageRegionId)
  );
}

const above = (lineage: number[]) => lineage.slice(0, -1);

/** Who stands how to a letter: one line a role of the step table. */
const stands: Record<StepRole, (actor: Actor, letter: LetterFacts) => boolean> = {
  author: isAuthor,
  commenter: (actor, { comment }) => isPerson(actor) && comment !== null && actor.id === comment.authorId,
  moderator: (actor, { comment }) => comment !== null && holdsOver(actor, "moderator", comment.stream.lineage),
  triage: (actor, { mailbox }) => holdsOver(actor, "triage", mailbox.lineage),
  operator: (actor, { mailbox }) => holdsAt(actor, "operator", mailbox.officeId),
  lead: (actor, { leadOfficeId }) => holdsAt(actor, "handler", leadOfficeId),
  assisting: (actor, { assistingOfficeIds }) => assistingOfficeIds.some((office) => holdsAt(actor, "handler", office)),
  "lead-operator": (actor, { leadOfficeId }) => holdsAt(actor, "operator", leadOfficeId),
  addressed: (actor, { mailbox }) => holdsPosition(actor, mailbox.leaderId),
  leader: (actor, { mailbox, kind }) =>
    holdsPosition(actor, mailbox.leaderId) ||
    (kind !== "accusation" && holdsOver(actor, "leader", above(mailbox.lineage))),
  "in-charge": (actor, { ledByLeaderId }) => holdsPosition(actor, ledByLeaderId),
  head: (actor, { leadOfficeId }) => holdsAt(actor, "leader", leadOfficeId) || holdsAt(actor, "operator", leadOfficeId),
  superior: (actor, { reviewOfficeId }) =>
    (["handler", "operator", "leader"] as const).some((role) => holdsAt(actor, role, reviewOfficeId)),
  supervisor: (actor, { kind, mailbox }) => kind !== "accusation" && holdsOver(actor, "supervisor", mailbox.lineage),
  clock: (actor) => actor.kind === "clock",
};

/** Roles that speak for themselves: recusal is about everybody else. */
const ownVoice: readonly StepRole[] = ["author", "commenter", "clock"];

/** Does the actor stand in this role to the letter, and may they act in it? */
export function standsAs(actor: Actor, role: StepRole, letter: LetterFacts): boolean {
  return stands[role](actor, letter) && (ownVoice.includes(role) || !isKeptOut(actor, letter));
}

/** Those who work on it: they read its original and what they say among themselves. */
export const handlers = [
  "triage",
  "operator",
  "lead",
  "assisting",
  "lead-operator",
  "addressed",
  "leader",
  "head",
  "superior",
] as const satisfies readonly StepRole[];

const handles = (actor: Actor, letter: LetterFacts) => handlers.some((role) => standsAs(actor, role, letter));

/** Supervisors of the mailbox's region or one above read everything but accusations, which stay with their handlers. */
const oversees = (actor: Actor, letter: LetterFacts) => standsAs(actor, "supervisor", letter);

/** Whoever wrote the comment sees what became of it, in order to consent or decline. */
const isAsked = (actor: Actor, letter: LetterFacts) => letter.authorId === null && standsAs(actor, "commenter", letter);

/** A moderator follows what they may convert, as far as the writer did not close it to all but the handlers. */
const follows = (actor: Actor, letter: LetterFacts) =>
  letter.kind !== "accusation" && letter.visibility !== "handlers" && standsAs(actor, "moderator", letter);

/** Who may see, open and move a letter. */
export const toLetters = {
  /** That it exists: number, mailbox, state and lamp. Of accusations nobody is told anything. */
  "letter.know": (_: Actor, letter: Pick<LetterFacts, "kind">) => letter.kind !== "accusation",
  /** Its confirmed text and its steps. */
  "letter.read": (_: Actor, letter: Pick<LetterFacts, "kind" | "publishedAt" | "hiddenAt">) =>
    letter.kind !== "accusation" && letter.publishedAt !== null && letter.hiddenAt === null,
  /** As it was written, with everything that was asked and supplied. */
  "letter.read-original": (actor: Actor, letter: LetterFacts) =>
    [isAuthor, isAsked, handles, oversees, follows].some((may) => may(actor, letter)),
  /** What offices note among themselves. */
  "letter.read-internal": (actor: Actor, letter: LetterFacts) => handles(actor, letter) || oversees(actor, letter),
  /** Name and telephone: for those who have to reach the writer. Each reading is recorded. */
  "letter.read-contact": (actor: Actor, letter: LetterFacts) =>
    (["triage", "operator", "lead", "assisting"] as const).some((role) => standsAs(actor, role, letter)),
  "letter.send": (actor: Actor) => isPerson(actor) && actor.verified,
  /** Standing beside somebody else's letter: citizens, as themselves. */
  "letter.cosign": (actor: Actor) => isPerson(actor) && actor.verified && !actor.staff,
  /** Writing down for somebody what came by telephone, visit or paper: who keeps the mailbox. */
  "letter.enter": (actor: Actor, mailbox: { officeId: number }) => holdsAt(actor, "operator", mailbox.officeId),
  /** A comment's way into the mailbox: its moderator, the leader whose stream it is or one above, its own author. */
  "letter.convert": (actor: Actor, comment: CommentFacts) => converterOf(actor, comment) !== null,
  /** Taking up somebody else's comment: its moderator, or the leader whose stream it is or one above. */
  "comment.take-up": (actor: Actor, stream: Stream) => takerOf(actor, stream) !== null,
  /** The queue of comments: for whoever may take up some. */
  "comments.consider": (actor: Actor) => holds(actor, "moderator") || holds(actor, "leader"),
  /** Saying that one is on it: for those who handle it, not for those who oversee them. */
  "letter.claim": (actor: Actor, letter: LetterFacts) => handles(actor, letter),
  "letter.step": (actor: Actor, { letter, step }: { letter: LetterFacts; step: Step }) =>
    rowOf(step).by.some((role) => standsAs(actor, role, letter)),
};

/**
 * In which capacity somebody may turn a comment into a letter; the author's own word comes first. The timetable settles
 * what a live session left owed.
 */
export function converterOf(
  actor: Actor,
  { authorId, stream }: CommentFacts,
): "commenter" | "leader" | "moderator" | "clock" | null {
  if (actor.kind === "clock") return "clock";
  return isPerson(actor) && actor.id === authorId ? "commenter" : takerOf(actor, stream);
}

function takerOf(actor: Actor, stream: Stream): "leader" | "moderator" | null {
  if (holdsPosition(actor, stream.leaderId) || holdsOver(actor, "leader", above(stream.lineage))) return "leader";
  return holdsOver(actor, "moderator", stream.lineage) ? "moderator" : null;
}

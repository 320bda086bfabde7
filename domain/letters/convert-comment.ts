import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { comments, letters, offices, posts, regions } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import { converterOf } from "#domain/access/to-letters.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Capacity } from "#domain/events/record.ts";
import { settleAnswer } from "#domain/owed-answers/settle-answer.ts";
import { Refusal } from "#domain/refusal.ts";
import { keepContact } from "./contact.ts";
import { findMailbox, findMailboxFor, findRegion, type Mailbox, refuseAccusedMailbox } from "./find-mailbox.ts";
import type { convertInput } from "./input.ts";
import { type Made, makeLetter } from "./make-letter.ts";
import { accusedIn, attachImages, type Sending } from "./send-letter.ts";

export interface Converting extends Partial<z.output<typeof convertInput>> {
  commentId: number;
  kind: z.output<typeof convertInput>["kind"];
  title: string;
  body: string;
  signersOnPaper?: number;
  retentionHold?: boolean;
  demo?: boolean;
  /** Only the comment's own author decides and adds these, as with any letter of theirs. */
  own?: Omit<Partial<Sending>, "via">;
}

/**
 * A comment becomes a formal letter. It quotes the comment as it stands now, so that later edits do not alter the letter;
 * until its author consents, the office that took it up is the letter's source.
 */
export async function convertComment(db: Db, actor: Actor, input: Converting, now: Now): Promise<Made> {
  return transact(db, async (tx) => {
    const comment = await lockComment(tx, input.commentId);
    if (!comment || comment.hiddenAt) throw new Refusal("comments.missing");
    if (comment.officeId !== null) throw new Refusal("letters.officialComment");
    const stream = { leaderId: comment.leaderId, officeId: comment.streamOfficeId, lineage: comment.lineage };
    authorize(actor, "letter.convert", { authorId: comment.authorId, stream });
    await refuseTwice(tx, comment.id);

    const byAuthor = isPerson(actor) && actor.id === comment.authorId;
    if (!byAuthor && !comment.body.includes(input.body.trim())) throw new Refusal("letters.notQuoted");
    const region = await findRegion(tx, input.region ?? "");
    const mailbox = input.mailbox ? await findMailbox(tx, input.mailbox) : await findMailboxFor(tx, comment.lineage);
    const own = byAuthor ? (input.own ?? {}) : {};
    const accused = await accusedIn(tx, { ...own, kind: input.kind });
    refuseAccusedMailbox(mailbox, accused);
    const made = await makeLetter(
      tx,
      actor,
      "convert",
      await converterCapacity(tx, actor, { authorId: comment.authorId, stream }),
      {
        ...columnsOf({ ...input, own }, comment, mailbox, input.region ? region.id : mailbox.regionId),
        ...sourceOf(comment, byAuthor),
        ...accused,
      },
      now,
    );
    // The letter has a date of its own. Of an accusation nothing may be seen, not even that a light has gone out.
    if (input.kind !== "accusation") await settleAnswer(tx, { commentId: comment.id }, made.eventId, now);
    await keepContact(tx, made.letter.id, own);
    if (byAuthor && isPerson(actor)) await attachImages(tx, actor, made.letter.id, own.images ?? []);
    return made;
  });
}

function columnsOf(input: Converting, comment: Quoted, mailbox: Mailbox, regionId: number) {
  const { kind, title, body, place = "", signersOnPaper = 0, retentionHold = false, demo = false, own } = input;
  return {
    mailboxId: mailbox.id,
    commentId: comment.id,
    kind,
    via: isQuestion(comment) ? ("question" as const) : ("comment" as const),
    // The name stands beside the comment, not in the letter, until its author says otherwise.
    visibility: kind === "accusation" ? ("handlers" as const) : (own?.visibility ?? ("nameless" as const)),
    title,
    body,
    regionId,
    place,
    signersOnPaper,
    retentionHold,
    demo,
  };
}

/** What stands on the first level of a live session was asked there. */
const isQuestion = ({ kind, parentId }: Quoted) => kind === "session" && parentId === null;

const sourceOf = (comment: Quoted, byAuthor: boolean) =>
  byAuthor ? { authorId: comment.authorId } : { sourceOfficeId: comment.streamOfficeId };

type Quoted = NonNullable<Awaited<ReturnType<typeof lockComment>>>;

/** Locks the comment, so that of two who take it up at once one is told that it is a letter already. */
async function lockComment(tx: Tx, commentId: number) {
  const [comment] = await tx
    .select({
      id: comments.id,
      authorId: comments.authorId,
      body: comments.body,
      hiddenAt: comments.hiddenAt,
      officeId: comments.officeId,
      parentId: comments.parentId,
      kind: posts.kind,
      leaderId: posts.leaderId,
      streamOfficeId: posts.officeId,
      lineage: regions.lineage,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(eq(comments.id, commentId))
    .for("update", { of: comments });
  return comment;
}

async function refuseTwice(tx: Tx, commentId: number): Promise<void> {
  const [other] = await tx
    .select({ number: letters.number, kind: letters.kind })
    .from(letters)
    .where(and(eq(letters.commentId, commentId), ne(letters.state, "withdrawn")));
  if (!other) return;
  if (other.kind === "accusation") throw new Refusal("letters.commentReviewed");
  throw new Refusal("letters.commentTaken", { number: other.number });
}

type About = Parameters<typeof converterOf>[1];

async function converterCapacity(tx: Tx, actor: Actor, about: About): Promise<Capacity> {
  const role = converterOf(actor, about);
  if (role === "clock") return { role: "clock", officeId: about.stream.officeId };
  if (role === "commenter" || !isPerson(actor)) return { role: "author" };
  const held = actor.grants.filter((grant) => grant.role === role);
  if (role === "leader") {
    const grant = held.find(({ leaderId }) => leaderId === about.stream.leaderId) ?? held[0]!;
    return { role: "leader", leaderId: grant.leaderId, officeId: grant.officeId };
  }
  return {
    role: "moderator",
    officeId: await moderatingOffice(
      tx,
      held.map(({ regionId }) => regionId),
    ),
  };
}

/** Moderators act for the triage office of the region they serve. */
async function moderatingOffice(tx: Tx, regionIds: number[]): Promise<number | null> {
  const rows = await tx
    .select({ id: offices.id, regionId: offices.regionId })
    .from(offices)
    .where(eq(offices.triages, true));
  return rows.find(({ regionId }) => regionIds.includes(regionId))?.id ?? null;
}

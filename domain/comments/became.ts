import { and, desc, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { clocks, comments, type LetterState, leaders, letters, mailboxes, offices } from "#db/schema/index.ts";

/** The letter that a comment became, as everybody may see it. */
export interface BecameLetter {
  commentId: number;
  postId: number;
  number: string;
  state: LetterState;
  /** Null while the text is not public: then number, mailbox, state and lamp are all that is shown. */
  title: string | null;
  mailbox: {
    slug: string;
    leader: { title: string; titleEn: string | null } | null;
    office: { name: string; nameEn: string | null };
  };
  lead: { slug: string; name: string; nameEn: string | null } | null;
  round: number;
  convertedAt: Date;
  /** The office's clock that runs, else the one that stopped last: its lamp. */
  clock: typeof clocks.$inferSelect | null;
}

/** By comment. An accusation that came of a comment shows no link: it is left out, whoever looks. */
export const lettersFromComments = (db: Db, commentIds: number[]) =>
  became(db, inArray(letters.commentId, commentIds), commentIds.length);

/** Of all comments under these posts, the newest first. */
export const lettersFromPosts = (db: Db, postIds: number[]) =>
  became(db, inArray(comments.postId, postIds), postIds.length);

const lead = alias(offices, "lead");

const lampClock = sql`(select k.id from ${clocks} k where k.letter_id = ${letters.id} and k.office_id is not null
  order by k.stopped_at is null desc, k.started_at desc, k.id desc limit 1)`;

async function became(db: Db, of: SQL, asked: number): Promise<BecameLetter[]> {
  if (asked === 0) return [];
  const rows = await db
    .select({
      commentId: comments.id,
      postId: comments.postId,
      number: letters.number,
      state: letters.state,
      publicTitle: letters.publicTitle,
      isPublic: sql<boolean>`${letters.publishedAt} is not null and ${letters.hiddenAt} is null`,
      slug: mailboxes.slug,
      leader: { title: leaders.title, titleEn: leaders.titleEn },
      office: { name: offices.name, nameEn: offices.nameEn },
      lead: { slug: lead.slug, name: lead.name, nameEn: lead.nameEn },
      round: letters.round,
      convertedAt: letters.sentAt,
      clock: clocks,
    })
    .from(letters)
    .innerJoin(comments, eq(comments.id, letters.commentId))
    .innerJoin(mailboxes, eq(mailboxes.id, letters.mailboxId))
    .innerJoin(offices, eq(offices.id, mailboxes.officeId))
    .leftJoin(leaders, eq(leaders.id, mailboxes.leaderId))
    .leftJoin(lead, eq(lead.id, letters.leadOfficeId))
    .leftJoin(clocks, eq(clocks.id, lampClock))
    .where(and(of, ne(letters.kind, "accusation"), ne(letters.state, "withdrawn"), isNull(comments.hiddenAt)))
    .orderBy(desc(letters.id));
  return rows.map(({ publicTitle, isPublic, slug, leader, office, ...row }) => ({
    ...row,
    title: isPublic ? publicTitle : null,
    mailbox: { slug, leader, office },
  }));
}

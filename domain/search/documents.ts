import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { pinyin } from "pinyin-pro";
import type { Db } from "#db/client.ts";
import {
  comments,
  events,
  eventWords,
  leaders,
  letters,
  mailboxes,
  offices,
  posts,
  type SearchKind,
  sessions,
  updates,
} from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import { readParts } from "#domain/letters/answer-letter.ts";
import { initialsOf } from "#domain/offices/initials.ts";

/** What can be found of one thing, before it is folded and cut into grams. */
export interface Document {
  ofId: number;
  at: Date;
  officeId: number;
  regionId: number;
  text: string;
}

type ReadDocuments = (db: Db, ids: number[]) => Promise<Document[]>;

/** An update is found as a part of its post. */
export type IndexedKind = Exclude<SearchKind, "update">;

/** What everybody may read of these, each kind in its own way; whatever nobody may read is not among them. */
export const documentsOf: Readonly<Record<IndexedKind, ReadDocuments>> = {
  post: async (db, ids) =>
    (
      await db
        .select({
          ofId: posts.id,
          at: sql<Date>`${posts.publishedAt}`.mapWith(posts.publishedAt),
          officeId: posts.officeId,
          regionId: offices.regionId,
          body: posts.body,
          prompts: posts.prompts,
          title: sessions.title,
          updates: addedInPublic,
        })
        .from(posts)
        .innerJoin(offices, eq(offices.id, posts.officeId))
        .leftJoin(sessions, eq(sessions.postId, posts.id))
        .where(and(inArray(posts.id, ids), eq(posts.state, "published"), isNull(posts.hiddenAt)))
    ).map(({ title, body, prompts, updates, ...post }) => ({
      ...post,
      text: [...(title === null ? [] : [title]), body, ...prompts, ...updates].join("\n"),
    })),

  comment: (db, ids) =>
    db
      .select({
        ofId: comments.id,
        at: comments.createdAt,
        officeId: posts.officeId,
        regionId: offices.regionId,
        text: comments.body,
      })
      .from(comments)
      .innerJoin(posts, eq(posts.id, comments.postId))
      .innerJoin(offices, eq(offices.id, posts.officeId))
      .where(
        and(inArray(comments.id, ids), isNull(comments.hiddenAt), eq(posts.state, "published"), isNull(posts.hiddenAt)),
      ),

  letter: async (db, ids) =>
    (
      await db
        .select({
          ofId: letters.id,
          number: letters.number,
          at: letters.sentAt,
          officeId: sql<number>`coalesce(${letters.leadOfficeId}, ${mailboxes.officeId})::float8`,
          regionId: letters.regionId,
          title: letters.publicTitle,
          body: letters.publicBody,
          said: saidInPublic,
        })
        .from(letters)
        .innerJoin(mailboxes, eq(mailboxes.id, letters.mailboxId))
        .where(and(inArray(letters.id, ids), lettersFor(nobody, "letter.read")))
    ).map(({ number, title, body, said, ...letter }) => ({
      ...letter,
      text: [number, title, body, ...said.map(plain)].join("\n"),
    })),

  office: async (db, ids) =>
    (
      await db
        .select({
          ofId: offices.id,
          at: offices.createdAt,
          officeId: offices.id,
          regionId: offices.regionId,
          names: sql<(string | null)[]>`array[${offices.name}, ${offices.shortName}, ${offices.nameEn}]`,
        })
        .from(offices)
        .where(and(inArray(offices.id, ids), isNull(offices.closedAt)))
    ).map(({ names, ...office }) => ({ ...office, text: typed(names) })),

  leader: async (db, ids) =>
    (
      await db
        .select({
          ofId: leaders.id,
          at: sql<Date>`${leaders.openedOn}::timestamptz`.mapWith(offices.createdAt),
          officeId: leaders.officeId,
          regionId: offices.regionId,
          names: sql<(string | null)[]>`array[${leaders.title}, ${leaders.titleEn}]`,
        })
        .from(leaders)
        .innerJoin(offices, eq(offices.id, leaders.officeId))
        .where(and(inArray(leaders.id, ids), isNull(leaders.closedAt)))
    ).map(({ names, ...leader }) => ({ ...leader, text: typed(names) })),
};

/** What a post has grown by, in order. */
const addedInPublic = sql<string[]>`(
  select coalesce(array_agg(u.body order by u.number), '{}') from ${updates} u
  where u.post_id = ${posts.id} and u.hidden_at is null)`;

/** What offices have said in public on a letter, its answers first among them. */
const saidInPublic = sql<{ what: string; text: string }[]>`(
  select coalesce(json_agg(json_build_object('what', e.what, 'text', w.text) order by e.id), '[]')
  from ${events} e join ${eventWords} w on w.event_id = e.id
  where e.subject = 'letter:' || ${letters.id} and e.public and w.hidden_at is null and w.text is not null
    and e.what in ('letter.answer', 'letter.followUp', 'letter.progress', 'letter.instruct',
      'letter.study', 'letter.adopt', 'letter.adoptPartly', 'letter.notAdopt'))`;

const plain = ({ what, text }: { what: string; text: string }): string =>
  what === "letter.answer" ? Object.values(readParts(text)).join("\n") : text;

/** A name as it is written and as it is typed: 市城管局, shichengguanju, scgj. */
function typed(names: (string | null)[]): string {
  const chinese = names.filter((name): name is string => name !== null && /\p{Script=Han}/u.test(name));
  const spelled = chinese.map((name) => pinyin(name, { toneType: "none", type: "array" }).join("").replace(/\s/g, ""));
  return [...names, ...spelled, ...chinese.map(initialsOf)].filter(Boolean).join("\n");
}

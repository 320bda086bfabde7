import { and, asc, desc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { images, leaders, offices, people, updates } from "#db/schema/index.ts";
import { mentionsOf, type ShownMention } from "#domain/mentions/shown.ts";
import type { Speaker } from "#domain/people/speaker.ts";
import type { Hiding } from "#domain/posts/read-post.ts";
import type { ShownImage } from "#domain/posts/shown.ts";
import { mostUpdates } from "./input.ts";

/** An update as everybody sees it; of a hidden one only its number, why and by whom. */
export interface ShownUpdate {
  id: number;
  postId: number;
  number: number;
  speaker: Speaker;
  at: Date;
  approx: boolean;
  body: string;
  /** Whom its words name. */
  mentions: ShownMention[];
  images: ShownImage[];
  hidden: Hiding | null;
}

/** The newest update of a post in a list. */
export type NewestUpdate = Pick<ShownUpdate, "postId" | "number" | "speaker" | "at" | "approx" | "body">;

const hider = alias(offices, "hider");

const fields = {
  update: updates,
  nickname: people.nickname,
  leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
  office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
  hider: { name: hider.name, nameEn: hider.nameEn },
};

const selectUpdates = (db: Db, where: SQL | undefined) =>
  db
    .select(fields)
    .from(updates)
    .innerJoin(people, eq(people.id, updates.authorId))
    .leftJoin(leaders, eq(leaders.id, updates.leaderId))
    .leftJoin(offices, eq(offices.id, updates.officeId))
    .leftJoin(hider, eq(hider.id, updates.hiddenById))
    .where(where);

type Row = Awaited<ReturnType<typeof selectUpdates>>[number];

/** The whole thread of a post that is out, from the first update on. */
export async function readUpdates(db: Db, postId: number): Promise<ShownUpdate[]> {
  const rows = await selectUpdates(db, eq(updates.postId, postId)).orderBy(asc(updates.number)).limit(mostUpdates);
  return showUpdates(db, rows);
}

/** One update of a post that is out, and whether others stand before and after it. */
export async function readUpdate(
  db: Db,
  postId: number,
  number: number,
): Promise<{ update: ShownUpdate; previous: number | null; next: number | null } | null> {
  const around = [number - 1, number, number + 1];
  const rows = await selectUpdates(db, and(eq(updates.postId, postId), inArray(updates.number, around)));
  const numbers = rows.map((row) => row.update.number);
  const [update] = await showUpdates(
    db,
    rows.filter((row) => row.update.number === number),
  );
  if (!update) return null;
  const numbered = (wanted: number) => (numbers.includes(wanted) ? wanted : null);
  return { update, previous: numbered(number - 1), next: numbered(number + 1) };
}

/** Of each post that has grown, what was added last. A hidden one is passed over. */
export async function readNewestUpdates(db: Db, postIds: number[]): Promise<NewestUpdate[]> {
  if (postIds.length === 0) return [];
  const rows = await db
    .selectDistinctOn([updates.postId], fields)
    .from(updates)
    .innerJoin(people, eq(people.id, updates.authorId))
    .leftJoin(leaders, eq(leaders.id, updates.leaderId))
    .leftJoin(offices, eq(offices.id, updates.officeId))
    .leftJoin(hider, eq(hider.id, updates.hiddenById))
    .where(and(inArray(updates.postId, postIds), isNull(updates.hiddenAt)))
    .orderBy(updates.postId, desc(updates.number));
  return rows.map((row) => {
    const { postId, number, at, approx, body } = row.update;
    return { postId, number, at, approx, body, speaker: speakerOf(row) };
  });
}

/** How far a post has grown; 0 for one that has not. */
export async function readLastNumber(db: Db, postId: number): Promise<number> {
  const [last] = await db
    .select({ number: updates.number })
    .from(updates)
    .where(eq(updates.postId, postId))
    .orderBy(desc(updates.number))
    .limit(1);
  return last?.number ?? 0;
}

async function showUpdates(db: Db, rows: Row[]): Promise<ShownUpdate[]> {
  const open = rows.flatMap(({ update }) => (update.hiddenAt ? [] : [update.id]));
  const [pictures, mentioned] = await Promise.all([picturesOf(db, open), mentionsOf(db, "update", open)]);
  return rows.map((row) => {
    const { id, postId, number, at, approx, body, hiddenAt, hiddenCode } = row.update;
    if (hiddenAt) {
      const hidden = { at: hiddenAt, code: hiddenCode!, office: row.hider };
      return { id, postId, number, at, approx, body: "", mentions: [], images: [], speaker: nobody, hidden };
    }
    const shown = pictures.filter(({ updateId }) => updateId === id).map(({ updateId: _, ...image }) => image);
    const beside = { mentions: mentioned(id), images: shown, speaker: speakerOf(row) };
    return { id, postId, number, at, approx, body, ...beside, hidden: null };
  });
}

async function picturesOf(db: Db, updateIds: number[]) {
  if (updateIds.length === 0) return [];
  const { updateId, token, width, height, alt } = images;
  return db
    .select({ updateId, token, width, height, alt })
    .from(images)
    .where(inArray(updateId, updateIds))
    .orderBy(asc(images.sort), asc(images.id));
}

const nobody: Speaker = { leader: null, office: null, nickname: null, voice: null };

function speakerOf({ leader, office, nickname, update }: Row): Speaker {
  return { leader, office, nickname: leader || office ? null : nickname, voice: update.voice };
}

import { and, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { dispatches, letterLevels, messages, type NoticeChannel, type NoticeKind, notices } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import { noticesFor } from "#domain/access/notices-visibility.ts";
import { type Content, nameOf, readContents } from "./contents.ts";
import { said, shortened } from "./said.ts";

/** How a notice went over one channel, or will. */
export interface Way {
  channel: NoticeChannel;
  state: "sent" | "waiting" | "failed" | "digest";
  /** When it was sent, is tried again, or goes with the digest. */
  at: Date | null;
  problem: string | null;
}

export interface Notice extends Content {
  read: boolean;
  /** Unread ones of the same thing that stand under it, the newest first. */
  older: { id: number; name: string; at: Date }[];
  ways: Way[];
  /** How much its reader hears of the letter. */
  level: (typeof letterLevels.$inferSelect)["level"];
}

export interface NoticePage {
  notices: Notice[];
  next: number | null;
}

/** The badge under 我的 and in the workplace's head: how many things have news, not how many news they have. */
export async function countUnread(db: Db, person: Person): Promise<number> {
  return db.$count(notices, and(noticesFor(person), isNull(notices.readAt), isNull(notices.foldedInto)));
}

const pageLength = 20;

/** What somebody was told, the newest first, each thing once while it is unread. */
export async function listNotices(
  db: Db,
  person: Person,
  { after, kind, most = pageLength }: { after?: number | null; kind?: NoticeKind | null; most?: number } = {},
): Promise<NoticePage> {
  const heads = await db
    .select({ id: notices.id, readAt: notices.readAt })
    .from(notices)
    .where(
      and(
        noticesFor(person),
        isNull(notices.foldedInto),
        kind ? eq(notices.kind, kind) : undefined,
        after ? lt(notices.id, after) : undefined,
      ),
    )
    .orderBy(desc(notices.id))
    .limit(most + 1);
  const page = heads.slice(0, most);
  const ids = page.map(({ id }) => id);
  const [contents, older, ways] = [
    await readContents(db, person, ids),
    await readOlder(db, ids),
    await readWays(db, ids),
  ];
  const levels = await readLevels(
    db,
    person,
    contents.flatMap(({ letterId }) => letterId ?? []),
  );
  const shown = page.flatMap(({ id, readAt }): Notice[] => {
    const content = contents.find((one) => one.id === id);
    if (!content) return [];
    const level = levels.find(({ letterId }) => letterId === content.letterId)?.level ?? "all";
    const beside = { older: older.get(id) ?? [], ways: ways.get(id) ?? [], level };
    const words = content.words && shortened(said(content.name, content.words));
    return [{ ...content, words, read: readAt !== null, ...beside }];
  });
  return { notices: shown, next: heads.length > most ? ids.at(-1)! : null };
}

async function readOlder(db: Db, ids: number[]): Promise<Map<number, Notice["older"]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ into: notices.foldedInto, id: notices.id, what: notices.what, at: notices.at })
    .from(notices)
    .where(inArray(notices.foldedInto, ids))
    .orderBy(desc(notices.id));
  const by = Map.groupBy(rows, ({ into }) => into!);
  return new Map(
    [...by].map(([into, some]) => [into, some.map(({ id, what, at }) => ({ id, name: nameOf(what), at }))]),
  );
}

async function readWays(db: Db, ids: number[]): Promise<Map<number, Way[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ dispatch: dispatches, message: messages })
    .from(dispatches)
    .leftJoin(messages, eq(messages.id, dispatches.messageId))
    .where(inArray(dispatches.noticeId, ids))
    .orderBy(sql`${dispatches.channel} desc`);
  const ways = rows.flatMap(({ dispatch, message }) => {
    const way = wayOf(dispatch, message);
    return way ? [{ noticeId: dispatch.noticeId, way }] : [];
  });
  const by = Map.groupBy(ways, ({ noticeId }) => noticeId);
  return new Map([...by].map(([id, some]) => [id, some.map(({ way }) => way)]));
}

/** Messages are erased long before notices: of those nothing is said. */
function wayOf(
  { channel, messageId, digestAt }: typeof dispatches.$inferSelect,
  message: typeof messages.$inferSelect | null,
): Way | null {
  if (messageId === null) return { channel, state: "digest", at: digestAt, problem: null };
  if (!message || message.state === "dropped") return null;
  const { state, sentAt, nextTryAt, problem } = message;
  return { channel, state, at: state === "sent" ? sentAt : nextTryAt, problem };
}

async function readLevels(db: Db, person: Person, letterIds: number[]) {
  if (letterIds.length === 0) return [];
  return db
    .select({ letterId: letterLevels.letterId, level: letterLevels.level })
    .from(letterLevels)
    .where(and(eq(letterLevels.personId, person.id), inArray(letterLevels.letterId, letterIds)));
}

/** Where one of somebody's own notices leads; null where there is none, or nothing that they may still read. */
export async function findNotice(db: Db, person: Person, noticeId: number): Promise<Content | null> {
  const [content] = await readContents(db, person, [noticeId]);
  return content ?? null;
}

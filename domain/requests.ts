import { and, eq, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { requests } from "#db/schema/index.ts";
import { prepared, type Tx, transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { isRefusal, Refusal } from "#domain/refusal.ts";

/** What was asked, so that it is known when it comes again. */
export interface Asked {
  personId: number;
  key: string;
  bodyHash: string;
  /** Minutes in which the same key means the same request. */
  minutes: number;
}

/**
 * Does something once, however often the same request comes: a second click, a script that heard no answer, a phone that
 * sends again. What is done and its answer are one transaction. Whoever comes second, or at the same moment, does nothing
 * and gets the first one's answer; after a refusal nothing is kept, so that the mended request is a new one.
 *
 * The answer is looked for only when something stood in the way (the key that is taken, a refusal, for instance of the
 * same words): the first request, which is nearly every one, pays for one row and no more.
 */
export async function answerOnce<Answer extends object>(
  db: Db,
  asked: Asked,
  now: Now,
  act: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await transact(db, async (tx) => {
      const answer = await act(tx);
      await keep(tx, asked, answer, now);
      return answer;
    });
  } catch (obstacle) {
    if (!(obstacle instanceof Taken) && !isRefusal(obstacle)) throw obstacle;
    const [before] = await prepared(db, findRequest).execute({ personId: asked.personId, key: asked.key });
    if (!before || before.at < lapsed(asked, now)) throw obstacle;
    if (before.bodyHash !== asked.bodyHash) throw new Refusal("requests.otherBody");
    return before.body as Answer;
  }
}

/** The key stands for a request already: what was just done is undone. */
class Taken extends Error {}

const lapsed = ({ minutes }: Asked, now: Now) => new Date(now.at.getTime() - minutes * 60_000);

async function keep(tx: Tx, asked: Asked, answer: object, now: Now): Promise<void> {
  const { personId, key, bodyHash } = asked;
  const row = { personId, key, bodyHash, body: answer, at: now.at, lapsed: lapsed(asked, now) };
  const [kept] = await prepared(tx, keepAnswer).execute(row);
  if (!kept) throw new Taken();
}

const { placeholder } = sql;

/** A key may be used anew when its time is over. */
const keepAnswer = (db: Db) =>
  db
    .insert(requests)
    .values({
      personId: placeholder("personId"),
      key: placeholder("key"),
      bodyHash: placeholder("bodyHash"),
      body: placeholder("body"),
      at: placeholder("at"),
    })
    .onConflictDoUpdate({
      target: [requests.personId, requests.key],
      set: { bodyHash: sql`excluded.body_hash`, body: sql`excluded.body`, at: sql`excluded.at` },
      setWhere: lt(requests.at, sql.param(placeholder("lapsed"), requests.at)),
    })
    .returning({ key: requests.key })
    .prepare("keep_answer");

const findRequest = (db: Db) =>
  db
    .select()
    .from(requests)
    .where(and(eq(requests.personId, placeholder("personId")), eq(requests.key, placeholder("key"))))
    .prepare("find_request");

import { and, eq, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { requests } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";

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
 * sends again. What is done and its answer are one transaction. Of two at once the second waits for the first and gets
 * its answer; after a refusal nothing is kept, so that the mended request is a new one.
 */
export async function answerOnce<Answer extends object>(
  db: Db,
  asked: Asked,
  now: Now,
  act: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  const { personId, key, bodyHash, minutes } = asked;
  return transact(db, async (tx) => {
    const mine = and(eq(requests.personId, personId), eq(requests.key, key));
    const begun = { bodyHash, body: null, at: now.at };
    const [first] = await tx
      .insert(requests)
      .values({ personId, key, ...begun })
      .onConflictDoUpdate({
        target: [requests.personId, requests.key],
        set: begun,
        setWhere: lt(requests.at, new Date(now.at.getTime() - minutes * 60_000)),
      })
      .returning({ key: requests.key });
    if (first) {
      const answer = await act(tx);
      await tx.update(requests).set({ body: answer }).where(mine);
      return answer;
    }
    const [before] = await tx.select().from(requests).where(mine);
    if (before?.bodyHash !== bodyHash) throw new Refusal("requests.otherBody");
    return before.body as Answer;
  });
}

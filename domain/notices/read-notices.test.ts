import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { letters } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { nobody, type Person } from "#domain/access/actor.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { relayed } from "#test/relayed.ts";
import { markAllRead, markOneRead, markUnread } from "./mark-read.ts";
import { countUnread, findNotice, listNotices } from "./read-notices.ts";
import { tell } from "./tell.ts";
import { tellDesks } from "./tell-desks.ts";

const now = on("2026-09-18");

async function tellTimes(db: Db, person: Person, times: number): Promise<void> {
  for (let eventId = 1; eventId <= times; eventId += 1) {
    const telling = { eventId, at: now.at, what: "calendar.ends", kind: eventId % 2 ? "desk" : "own" } as const;
    await transact(db, (tx) => tell(tx, telling, [person.id], now));
  }
}

describe("the list of notices", () => {
  test(
    "has pages by key and a filter by kind",
    inRollback(async (db) => {
      const person = await makeCitizen(db);
      await tellTimes(db, person, 5);
      const first = await listNotices(db, person, { most: 2 });
      expect(first.notices).toHaveLength(2);
      const second = await listNotices(db, person, { most: 2, after: first.next });
      const third = await listNotices(db, person, { most: 2, after: second.next });
      expect(third).toMatchObject({ next: null });
      expect(new Set([first, second, third].flatMap((page) => page.notices.map(({ id }) => id))).size).toBe(5);
      expect((await listNotices(db, person, { kind: "desk" })).notices).toHaveLength(3);
    }),
  );

  test(
    "is read one by one or all at once, and back; by nobody but whose it is",
    inRollback(async (db) => {
      const [person, other] = [await makeCitizen(db), await makeCitizen(db)];
      await tellTimes(db, person, 3);
      const noticeId = (await listNotices(db, person)).notices[0]!.id;
      for (const attempt of [
        () => markOneRead(db, other, { noticeId }, now),
        () => markUnread(db, other, { noticeId }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ key: "notices.missing" });
      }
      await expect(markAllRead(db, nobody, now)).rejects.toMatchObject({ key: "signInFirst" });
      expect(await findNotice(db, other, noticeId)).toBeNull();
      await markOneRead(db, person, { noticeId }, now);
      expect(await countUnread(db, person)).toBe(2);
      await markUnread(db, person, { noticeId });
      expect(await countUnread(db, person)).toBe(3);
      await markAllRead(db, other, now);
      expect(await countUnread(db, person)).toBe(3);
      await markAllRead(db, person, now);
      expect(await countUnread(db, person)).toBe(0);
    }),
  );

  test(
    "forgets what its reader may not read any more: a letter that turned out to accuse their office",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const letter = await makeLetter(db, { state: "assigned", assistingOfficeIds: [office.id] });
      const handler = await makeHandler(db, office.id);
      await tellDesks(db, await relayed(db));
      expect(await countUnread(db, handler)).toBe(1);
      await db
        .update(letters)
        .set({ kind: "accusation", accusedOfficeId: office.id, publishedAt: null })
        .where(eq(letters.id, letter.id));
      expect(await countUnread(db, handler)).toBe(0);
      expect((await listNotices(db, handler)).notices).toEqual([]);
    }),
  );
});

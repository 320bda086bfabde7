import { expect, test } from "vitest";
import { hidePost } from "#domain/moderation/moderate.ts";
import { makePerson } from "#test/factories/people.ts";
import { makeSession } from "#test/factories/sessions.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { endSession } from "./end.ts";
import { pastOnPage, readNextSession, readSessions } from "./read-sessions.ts";
import { startSession } from "./start.ts";

const hour = (day: `${number}-${number}-${number}`, time: string) => on(day, time).at;

test(
  "what is live comes first, then what is announced next; what is over by itself, what is hidden nowhere",
  inRollback(async (db) => {
    const times = (day: `${number}-${number}-${number}`) => ({
      startsAt: hour(day, "15:00"),
      endsAt: hour(day, "16:00"),
    });
    const later = await makeSession(db, times("2026-09-24"));
    const next = await makeSession(db, times("2026-09-23"));
    const hidden = await makeSession(db, times("2026-09-22"));
    const live = await makeSession(db);
    const over = await makeSession(db, times("2026-09-20"));
    await makeSession(db, { state: "draft" });
    const moderator = await makePerson(db, [{ role: "moderator", regionId: hidden.region.id }]);
    await hidePost(db, moderator, { postId: hidden.post.id, code: "advertising" }, on("2026-09-19"));
    await startSession(db, over.holder, { postId: over.post.id }, on("2026-09-20", "15:00"));
    await endSession(db, over.holder, { postId: over.post.id }, on("2026-09-20", "16:00"));
    await startSession(db, live.holder, { postId: live.post.id }, on("2026-09-21", "15:00"));

    const now = on("2026-09-21", "15:10");
    const read = await readSessions(db, {}, now);
    expect(read.open.map(({ id }) => id)).toEqual([live, next, later].map(({ post }) => post.id));
    expect(read.past.map(({ id }) => id)).toEqual([over.post.id]);
    expect((await readNextSession(db, now))?.session).toMatchObject({ state: "live", title: "供水问政" });
  }),
);

test(
  "what is over is read page by page, the newest first",
  inRollback(async (db) => {
    const days = Array.from({ length: pastOnPage + 1 }, (_, n) =>
      on(`2026-08-${String(n + 1).padStart(2, "0")}` as never),
    );
    const ids: number[] = [];
    for (const day of days) {
      const startsAt = new Date(day.at.getTime() + 3_600_000);
      const endsAt = new Date(startsAt.getTime() + 3_600_000);
      const { post, holder } = await makeSession(db, { at: day, startsAt, endsAt });
      await startSession(db, holder, { postId: post.id }, { ...day, at: startsAt });
      await endSession(db, holder, { postId: post.id }, { ...day, at: endsAt });
      ids.unshift(post.id);
    }
    const now = on("2026-09-21");
    const first = await readSessions(db, {}, now);
    const second = await readSessions(db, { after: first.next! }, now);
    expect([...first.past, ...second.past].map(({ id }) => id)).toEqual(ids);
    expect(second).toMatchObject({ open: [], next: null });
  }),
);

import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { editDraft } from "#domain/posts/draft.ts";
import { publishPost, schedulePost } from "#domain/posts/publish.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { documentsOf } from "#domain/search/documents.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { makeSession } from "#test/factories/sessions.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";

const times = { startsAt: on("2026-09-21", "15:00").at, endsAt: on("2026-09-21", "16:30").at };

/** A draft of a session with these fields beside its words. */
async function draft(db: Db, fields: object) {
  const { leader, holder } = await makeSession(db, { state: "draft" });
  const session = { title: "供水问政", ...times, hosts: [`leader:${leader.handle}`], ...fields };
  return makePost(db, { leaderId: leader.id, by: holder, kind: "session", particulars: { session }, state: "draft" });
}

describe("announcing a session", () => {
  test(
    "says who answers and when, and stands among the posts",
    inRollback(async (db) => {
      const { post, leader } = await makeSession(db);
      const read = await readPost(db, post.id, on("2026-09-18"));
      expect(read?.post?.session).toMatchObject({
        title: "供水问政",
        state: "coming",
        result: null,
        changesAt: times.startsAt,
        ...times,
      });
      expect(read?.post?.session?.hosts.map((host) => host.leader?.handle)).toEqual([leader.handle]);
    }),
  );

  test.each([
    ["no host", { hosts: [] }, "sessions.noHost"],
    ["a host that there is not", { hosts: ["leader:nobody"] }, "posts.noSuchStream"],
    ["seven hosts", { hosts: ["1", "2", "3", "4", "5", "6", "7"].map((n) => `office:${n}`) }, "sessions.tooManyHosts"],
    ["no title", { title: " \u200B " }, "sessions.noTitle"],
    ["a title of 41 characters", { title: "水".repeat(41) }, "sessions.titleTooLong"],
    ["no start", { startsAt: undefined }, "sessions.whenMissing"],
    ["an end before the start", { endsAt: on("2026-09-21", "14:59").at }, "sessions.endsBeforeStart"],
  ])("is refused with %s", (_, fields, key) =>
    inRollback(async (db) => {
      await expect(draft(db, fields)).rejects.toMatchObject({ key });
    })(),
  );

  test(
    "is refused when it has begun before it goes out, now or by the timetable",
    inRollback(async (db) => {
      const { post, holder } = await makeSession(db, { state: "draft" });
      const late = on("2026-09-21", "15:00");
      await expect(publishPost(db, holder, { postId: post.id }, late)).rejects.toMatchObject({
        key: "sessions.startsInPast",
      });
      const schedule = { postId: post.id, publishAt: on("2026-09-22").at };
      await expect(schedulePost(db, holder, schedule, on("2026-09-18"))).rejects.toMatchObject({
        key: "sessions.startsInPast",
      });
    }),
  );

  test(
    "names no host for whom one does not write; but a leader keeps those that the office was allowed to name",
    inRollback(async (db) => {
      const other = await makeOffice(db);
      const { post, holder, leader, office } = await makeSession(db, { state: "draft" });
      const change = (hosts: string[]) =>
        editDraft(
          db,
          holder,
          {
            postId: post.id,
            body: "请来提问。",
            prompts: [],
            images: [],
            session: { title: "供水问政", ...times, hosts },
          },
          on("2026-09-18"),
        );
      await expect(change([`office:${other.slug}`])).rejects.toMatchObject({ key: "sessions.hostNotYours" });
      // The position's holder does not keep the office's own stream.
      await expect(change([`office:${office.slug}`])).rejects.toMatchObject({ key: "sessions.hostNotYours" });
      await change([`leader:${leader.handle}`]);
    }),
  );

  test(
    "is not for citizens",
    inRollback(async (db) => {
      const { leader } = await makeSession(db, { state: "draft" });
      const session = { title: "供水问政", ...times, hosts: [`leader:${leader.handle}`] };
      const by = await makeCitizen(db);
      await expect(
        makePost(db, { leaderId: leader.id, by, kind: "session", particulars: { session } }),
      ).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "is found by its title as well",
    inRollback(async (db) => {
      const { post } = await makeSession(db, { title: "老楼装电梯" });
      expect(await documentsOf.post(db, [post.id])).toMatchObject([{ text: expect.stringContaining("老楼装电梯") }]);
    }),
  );

  test(
    "takes questions at once",
    inRollback(async (db) => {
      const { post } = await makeSession(db);
      expect((await makeComment(db, { postId: post.id, at: on("2026-09-19") })).parentId).toBeNull();
    }),
  );
});

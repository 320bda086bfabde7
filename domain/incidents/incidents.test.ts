import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { events } from "#db/schema/index.ts";
import { hidePost, hideUpdate } from "#domain/moderation/moderate.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { addUpdate } from "#domain/updates/add-update.ts";
import { readUpdates } from "#domain/updates/read-updates.ts";
import { makeLeader, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { endIncident } from "./end-incident.ts";
import { mostIncidents, readRunningIncidents } from "./read-incidents.ts";

const at = (time: string) => on("2026-09-18", time);
const words = (postId: number, body: string) => ({ postId, body, images: [] });

/** A city with its triage office, its editor, and whoever keeps the office's mailboxes. */
async function city(db: Db) {
  const region = await makeRegion(db);
  const office = await makeOffice(db, { regionId: region.id, triages: true });
  const editor = await makePerson(db, [{ role: "editor", regionId: region.id }]);
  return { region, office, editor, operator: await makeOperator(db, office.id) };
}

const running = async (db: Db, ids: number[]) =>
  (await readRunningIncidents(db)).filter(({ postId }) => ids.includes(postId));

describe("an incident", () => {
  test(
    "stands at the head of every page with its newest update until it is withdrawn in words",
    inRollback(async (db) => {
      const { office, editor } = await city(db);
      const post = await makePost(db, { officeId: office.id, by: editor, kind: "incident", body: "县城停水。" });
      expect(await running(db, [post.id])).toMatchObject([{ body: "县城停水。", update: null }]);

      const as = { officeId: office.id };
      await addUpdate(db, editor, { ...words(post.id, "供水车已到。"), as }, at("10:00"));
      expect(await running(db, [post.id])).toMatchObject([{ update: { number: 1, at: at("10:00").at } }]);

      await expect(endIncident(db, editor, words(post.id, " "), at("11:00"))).rejects.toMatchObject({
        key: "updates.empty",
      });
      expect(await endIncident(db, editor, words(post.id, "全部恢复供水。"), at("11:00"))).toMatchObject({ number: 2 });
      expect(await running(db, [post.id])).toEqual([]);
      expect((await readPost(db, post.id, at("11:00")))?.post?.incident).toEqual({ endedAt: at("11:00").at });
      expect(await readUpdates(db, post.id)).toMatchObject([{ number: 1 }, { number: 2, body: "全部恢复供水。" }]);
      await expect(addUpdate(db, editor, { ...words(post.id, "还有一句。"), as }, at("12:00"))).rejects.toMatchObject({
        key: "updates.ended",
      });
      await expect(endIncident(db, editor, words(post.id, "再解除。"), at("12:00"))).rejects.toMatchObject({
        key: "incidents.alreadyEnded",
      });
      const recorded = await db
        .select()
        .from(events)
        .where(eq(events.subject, `post:${post.id}`));
      expect(recorded.filter(({ public: open }) => open)).toMatchObject([
        { what: "post.publish", topics: expect.arrayContaining(["incidents"]) },
        { what: "incident.end", topics: expect.arrayContaining(["incidents", `post:${post.id}`]) },
      ]);
    }),
  );

  test(
    "is one of three lines at most, the newest first, and gone at once when a moderator hides it",
    inRollback(async (db) => {
      const { region, office, editor } = await city(db);
      const made: number[] = [];
      for (const hour of ["08:00", "09:00", "10:00", "11:00"]) {
        made.push((await makePost(db, { officeId: office.id, by: editor, kind: "incident", at: at(hour) })).id);
      }
      const lines = async () => (await running(db, made)).map(({ postId }) => postId);
      expect(await lines()).toEqual(made.slice(1).toReversed());
      expect(await lines()).toHaveLength(mostIncidents);
      const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
      await hidePost(db, moderator, { postId: made[3]!, code: "illegal" }, at("12:00"));
      expect(await lines()).toEqual(made.slice(0, 3).toReversed());
      const hidden = await db.select().from(events).where(eq(events.what, "post.hide"));
      expect(hidden[0]?.topics).toContain("incidents");
    }),
  );

  test(
    "never names an update that is hidden",
    inRollback(async (db) => {
      const { region, office, editor } = await city(db);
      const post = await makePost(db, { officeId: office.id, by: editor, kind: "incident" });
      const as = { officeId: office.id };
      await addUpdate(db, editor, { ...words(post.id, "第一条。"), as }, at("10:00"));
      const { id: updateId } = await addUpdate(db, editor, { ...words(post.id, "写了门牌号。"), as }, at("10:30"));
      const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
      await hideUpdate(db, moderator, { updateId, code: "privacy" }, at("10:40"));
      expect(await running(db, [post.id])).toMatchObject([{ update: { number: 1 } }]);
    }),
  );
});

describe("who says that something has happened, and that it is over", () => {
  test(
    "is the region's editor or the office that settles who handles what, and nobody else",
    inRollback(async (db) => {
      const { region, office, operator } = await city(db);
      const post = await makePost(db, { officeId: office.id, by: operator, kind: "incident" });
      const other = await makeOffice(db, { regionId: region.id });
      const keeper = await makeOperator(db, other.id);
      await expect(makePost(db, { officeId: other.id, by: keeper, kind: "incident" })).rejects.toMatchObject({
        key: "forbidden",
      });
      const leader = await makeLeader(db, { officeId: office.id });
      await expect(makePost(db, { leaderId: leader.id, kind: "incident" })).rejects.toMatchObject({
        key: "posts.officesOnly",
      });
      for (const by of [keeper, await makeCitizen(db), await makeHolder(db, leader.id)]) {
        await expect(endIncident(db, by, words(post.id, "没事了。"), at("12:00"))).rejects.toMatchObject({
          key: "forbidden",
        });
      }
      const announcement = await makePost(db, { officeId: office.id, by: operator });
      await expect(endIncident(db, operator, words(announcement.id, "结束。"), at("12:00"))).rejects.toMatchObject({
        key: "incidents.missing",
      });
      await endIncident(db, operator, words(post.id, "没事了。"), at("12:00"));
      expect(await running(db, [post.id])).toEqual([]);
    }),
  );
});

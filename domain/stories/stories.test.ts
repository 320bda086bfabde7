import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { events, letters } from "#db/schema/index.ts";
import { readThread } from "#domain/comments/read-thread.ts";
import { editDraft } from "#domain/posts/draft.ts";
import { publishPost } from "#domain/posts/publish.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { readStoriesOfLetter } from "./of-letter.ts";
import { respondToStory } from "./respond.ts";

const now = on("2026-09-21");
const told = (numbers: string[], offices: string[] = []) => ({ story: { letters: numbers, offices } });

/** A city with its editor and the office that 公仆在线 stands on; a published letter, and the office that leads it. */
async function city(db: Db) {
  const region = await makeRegion(db);
  const centre = await makeOffice(db, { regionId: region.id });
  const editor = await makePerson(db, [{ role: "editor", regionId: region.id }]);
  const office = await makeOffice(db, { regionId: region.id });
  const letter = await makeLetter(db, { state: "assigned", leadOfficeId: office.id });
  const publish = (kind: "exposure" | "commendation", particulars = told([letter.number])) =>
    makePost(db, { officeId: centre.id, by: editor, kind, particulars, at: now });
  return { region, centre, editor, office, letter, publish };
}

const storyOf = async (db: Db, postId: number, at = now) => (await readPost(db, postId, at))?.post?.story;

describe("an exposure", () => {
  test(
    "names the letters' lead offices when it names none, and each owes an answer in public",
    inRollback(async (db) => {
      const { office, letter, publish } = await city(db);
      const post = await publish("exposure");
      expect(await storyOf(db, post.id)).toMatchObject({
        letters: [{ number: letter.number }],
        offices: [{ slug: office.slug, response: null, owed: { dueOn: "2026-09-29", light: { lamp: "green" } } }],
      });
      expect((await storyOf(db, post.id, on("2026-09-30")))?.offices[0]?.owed?.light.lamp).toBe("red");
      expect(await readStoriesOfLetter(db, letter.number)).toMatchObject([{ postId: post.id, kind: "exposure" }]);
      const [published] = await db
        .select()
        .from(events)
        .where(and(eq(events.subject, `post:${post.id}`), eq(events.what, "post.publish")));
      expect(published?.topics).toContain(`letter:${letter.number}`);
    }),
  );

  test(
    "is answered once, by the named office or a leader of it, and its light goes out",
    inRollback(async (db) => {
      const { office, publish, region } = await city(db);
      const other = await makeOffice(db, { regionId: region.id });
      const post = await publish(
        "exposure",
        told([(await makeLetter(db, { state: "assigned" })).number], [office.name, other.slug]),
      );
      const operator = await makeOperator(db, office.id);
      const respond = (by: typeof operator, officeId: number, leaderId?: number) =>
        respondToStory(
          db,
          by,
          { postId: post.id, officeId, leaderId, body: `窗口当天整改。${officeId}` },
          on("2026-09-22"),
        );

      for (const by of [await makeCitizen(db), await makeHandler(db, office.id), await makeOperator(db)]) {
        await expect(respond(by, office.id)).rejects.toMatchObject({ key: "forbidden" });
      }
      const foreign = await makeLeader(db);
      await expect(respond(await makeHolder(db, foreign.id), office.id, foreign.id)).rejects.toMatchObject({
        key: "stories.notNamed",
      });
      const { id } = await respond(operator, office.id);
      const leader = await makeLeader(db, { officeId: other.id });
      await respond(await makeHolder(db, leader.id), other.id, leader.id);
      expect((await storyOf(db, post.id))?.offices).toMatchObject([
        { slug: office.slug, response: { commentId: id }, owed: { light: { lamp: "met" } } },
        { slug: other.slug, response: {}, owed: { light: { lamp: "met" } } },
      ]);
      expect((await readThread(db, post.id, {}, now)).pinned).toHaveLength(2);
      await expect(respond(operator, office.id)).rejects.toMatchObject({ key: "stories.alreadyResponded" });
      const unnamed = await makeOperator(db);
      await expect(respond(unnamed, unnamed.grants[0]!.officeId!)).rejects.toMatchObject({ key: "stories.notNamed" });
    }),
  );
});

describe("a commendation", () => {
  test(
    "owes nothing, and nothing is answered to it",
    inRollback(async (db) => {
      const { office, publish } = await city(db);
      const post = await publish("commendation");
      expect((await storyOf(db, post.id))?.offices).toMatchObject([{ slug: office.slug, owed: null }]);
      await expect(
        respondToStory(
          db,
          await makeOperator(db, office.id),
          { postId: post.id, officeId: office.id, body: "谢谢。" },
          now,
        ),
      ).rejects.toMatchObject({ key: "stories.nothingOwed" });
    }),
  );
});

describe("what a story may name", () => {
  test(
    "are letters that everybody may read, at most ten, and of any other not even that there is one",
    inRollback(async (db) => {
      const { office, publish } = await city(db);
      const secret = await makeLetter(db, { kind: "accusation", state: "accepted", accusedOfficeId: office.id });
      const shut = await makeLetter(db, { visibility: "handlers", state: "accepted" });
      for (const number of [secret.number, shut.number, "HY-2026-99999"]) {
        await expect(publish("exposure", told([number]))).rejects.toMatchObject({ key: "stories.noSuchLetter" });
      }
      await expect(publish("exposure", told([]))).rejects.toMatchObject({ key: "stories.noLetters" });
      const many = Array.from({ length: 11 }, (_, n) => `HY-2026-${n}`);
      await expect(publish("exposure", told(many))).rejects.toMatchObject({ key: "stories.tooManyLetters" });
    }),
  );

  test(
    "are one to five offices that there are",
    inRollback(async (db) => {
      const { region, letter, publish } = await city(db);
      await expect(publish("exposure", told([letter.number], ["没有这个局"]))).rejects.toMatchObject({
        key: "stories.noSuchOffice",
      });
      const six = await Promise.all(Array.from({ length: 6 }, () => makeOffice(db, { regionId: region.id })));
      const names = six.map(({ name }) => name);
      await expect(publish("exposure", told([letter.number], names))).rejects.toMatchObject({
        key: "stories.tooManyOffices",
      });
      const unassigned = await makeLetter(db, { state: "accepted" });
      await expect(publish("exposure", told([unassigned.number]))).rejects.toMatchObject({ key: "stories.noOffices" });
    }),
  );

  test(
    "is looked at again when it goes out: a letter that was hidden meanwhile is not told of",
    inRollback(async (db) => {
      const { centre, editor, letter } = await city(db);
      const particulars = told([letter.number]);
      const post = await makePost(db, {
        officeId: centre.id,
        by: editor,
        kind: "exposure",
        particulars,
        state: "draft",
      });
      await db.update(letters).set({ hiddenAt: now.at }).where(eq(letters.id, letter.id));
      await expect(publishPost(db, editor, { postId: post.id }, now)).rejects.toMatchObject({
        key: "stories.noSuchLetter",
      });
      const other = await makeLetter(db, { state: "assigned" });
      await editDraft(
        db,
        editor,
        { postId: post.id, body: "换了一封。", prompts: [], images: [], ...told([other.number]) },
        now,
      );
      await publishPost(db, editor, { postId: post.id }, now);
      expect((await storyOf(db, post.id))?.letters).toMatchObject([{ number: other.number }]);
      await db.update(letters).set({ hiddenAt: now.at }).where(eq(letters.id, other.id));
      expect((await storyOf(db, post.id))?.letters).toEqual([]);
    }),
  );
});

test(
  "a story is told by the region's editor on an office's stream, and by nobody else",
  inRollback(async (db) => {
    const { centre, letter, editor } = await city(db);
    const particulars = told([letter.number]);
    const elsewhere = await makePerson(db, [{ role: "editor", regionId: (await makeRegion(db)).id }]);
    for (const by of [await makeOperator(db, centre.id), elsewhere, await makeCitizen(db)]) {
      await expect(makePost(db, { officeId: centre.id, by, kind: "exposure", particulars })).rejects.toMatchObject({
        key: "forbidden",
      });
    }
    const leader = await makeLeader(db, { officeId: centre.id });
    await expect(
      makePost(db, { leaderId: leader.id, by: editor, kind: "exposure", particulars }),
    ).rejects.toMatchObject({
      key: "posts.officesOnly",
    });
  }),
);

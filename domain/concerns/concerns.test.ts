import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { concernMembers, concerns, events, letters } from "#db/schema/index.ts";
import { nobody, type Person } from "#domain/access/actor.ts";
import { hideComment } from "#domain/moderation/moderate.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { gatherConcerns } from "./gather-concerns.ts";
import { dismissConcern, noteConcern } from "./judge-concern.ts";
import { listWarnings } from "./list-warnings.ts";

const now = on("2026-09-18", "20:00");
const words = (n: number) =>
  `仙塘镇河边夜里有人抽沙，河堤塌了一段，${"甲乙丙丁戊己庚辛壬癸"[n % 10]}村的田快保不住了。`;

/** A county with its leader, a supervisor of the city above, and a stream on which people talk. */
async function makeCounty(db: Db) {
  const city = await makeRegion(db);
  const county = await makeRegion(db, city);
  const office = await makeOffice(db, { regionId: county.id });
  const above = await makeOffice(db, { regionId: city.id, supervises: true });
  const leader = await makeLeader(db, { officeId: office.id });
  const post = await makePost(db, { officeId: office.id, at: on("2026-09-10") });
  return {
    ...{ city, county, office, leader, post },
    holder: await makeHolder(db, leader.id),
    supervisor: await makePerson(db, [{ role: "supervisor", officeId: above.id }]),
    say: (n: number, at = now, by?: Person) =>
      makeComment(db, { postId: post.id, body: words(n), at, ...(by && { by }) }),
    mailboxId: (await makeMailbox(db, { officeId: office.id })).id,
  };
}

type County = Awaited<ReturnType<typeof makeCounty>>;

async function surging(db: Db, { say }: County, many = 6): Promise<void> {
  for (let n = 0; n < many; n += 1) await say(n);
  await gatherConcerns(db, now);
}

const warnings = async (db: Db, actor: Person | typeof nobody, show: "open" | "dismissed" = "open", at = now) =>
  (await listWarnings(db, actor, { show }, at)).rows;

describe("what gathers", () => {
  test(
    "is shown to the region's leader and to supervisors above, with its evidence",
    inRollback(async (db) => {
      const county = await makeCounty(db);
      await county.say(7, on("2026-09-14"));
      await surging(db, county);
      for (const actor of [county.holder, county.supervisor]) {
        const [warning, ...more] = await warnings(db, actor);
        expect(more).toEqual([]);
        expect(warning).toMatchObject({
          recent: 6,
          authors: 6,
          before: 1,
          size: 7,
          region: { slug: county.county.slug },
        });
        expect(warning!.expected).toBeCloseTo(6 / 56, 5);
        expect(warning!.members[0]).toMatchObject({ comment: { body: words(5) }, letter: null });
        expect(warning!.days).toHaveLength(14);
        expect(warning!.days.filter(({ n }) => n > 0)).toEqual([
          { on: "2026-09-14", n: 1 },
          { on: "2026-09-18", n: 6 },
        ]);
      }
      const [event] = await db.select().from(events).where(eq(events.what, "concern.surge"));
      expect(event).toMatchObject({ public: false, counts: { n: 6 } });
    }),
  );

  test(
    "is shown to nobody else",
    inRollback(async (db) => {
      const county = await makeCounty(db);
      await surging(db, county);
      const [warning] = await warnings(db, county.holder);
      const elsewhere = await makeRegion(db, county.city);
      const beside = await makeLeader(db, { officeId: (await makeOffice(db, { regionId: elsewhere.id })).id });
      const strangers = [
        nobody,
        await makeCitizen(db),
        await makeOperator(db, county.office.id),
        await makeHandler(db, county.office.id),
        await makeHolder(db, beside.id),
        await makePerson(db, [{ role: "moderator", regionId: county.county.id }]),
      ];
      for (const actor of strangers) {
        expect(await warnings(db, actor)).toEqual([]);
        const input = { concernId: warning!.id, words: "误报。" };
        await expect(dismissConcern(db, actor, input, now)).rejects.toMatchObject({ key: "concerns.missing" });
        await expect(noteConcern(db, actor, input, now)).rejects.toMatchObject({ key: "concerns.missing" });
      }
    }),
  );

  test(
    "is no warning while one person writes it all, nor when it always came like that",
    inRollback(async (db) => {
      const one = await makeCounty(db);
      const by = await makeCitizen(db);
      for (let n = 0; n < 8; n += 1) await one.say(n, now, by);
      const usual = await makeCounty(db);
      for (let week = 1; week <= 8; week += 1) {
        for (let n = 0; n < 9; n += 1) {
          const day = new Date(now.at.getTime() - week * 6 * 86_400_000);
          await usual.say(n, { ...now, at: day });
        }
      }
      await surging(db, usual);
      expect(await warnings(db, one.holder)).toEqual([]);
      expect(await warnings(db, usual.holder)).toEqual([]);
    }),
  );

  test(
    "goes on where it was: run again nothing is laid twice, and what came late is laid",
    inRollback(async (db) => {
      const county = await makeCounty(db);
      await surging(db, county, 5);
      expect(await gatherConcerns(db, now)).toBe(0);
      await county.say(8);
      expect(await gatherConcerns(db, now)).toBe(1);
      expect((await warnings(db, county.holder))[0]).toMatchObject({ recent: 6 });
      // Three days later it is history, and no warning any more.
      const later = on("2026-09-22");
      await gatherConcerns(db, later);
      expect(await warnings(db, county.holder, "open", later)).toEqual([]);
      // Beyond the history nothing of it is kept.
      await gatherConcerns(db, on("2026-12-01"));
      const left = await db.select().from(concerns).where(eq(concerns.regionId, county.county.id));
      expect(left).toEqual([]);
    }),
  );

  test(
    "loses what is hidden",
    inRollback(async (db) => {
      const county = await makeCounty(db);
      const { id } = await county.say(9);
      await surging(db, county, 4);
      expect((await warnings(db, county.holder))[0]).toMatchObject({ recent: 5 });
      const moderator = await makePerson(db, [{ role: "moderator", regionId: county.county.id }]);
      await hideComment(db, moderator, { commentId: id, code: "insult" }, now);
      expect(await warnings(db, county.holder)).toEqual([]);
      await gatherConcerns(db, now);
      const [concern] = await db.select().from(concerns).where(eq(concerns.regionId, county.county.id));
      expect(concern?.surgedAt).toBeNull();
    }),
  );
});

describe("letters that gather", () => {
  const written = (county: County, n: number) => ({
    mailboxId: county.mailboxId,
    title: "河边夜里抽沙",
    body: words(n),
    at: now,
  });

  test(
    "count for who may read them; accusations and letters for their handlers only never do, for nobody",
    inRollback(async (db) => {
      const county = await makeCounty(db);
      await surging(db, county, 3);
      for (let n = 3; n < 5; n += 1) await makeLetter(db, { ...written(county, n), kind: "complaint" });
      const shut = await makeLetter(db, { ...written(county, 5), visibility: "handlers" });
      const accused = await makeLetter(db, {
        ...written(county, 6),
        kind: "accusation",
        visibility: "handlers",
        accusedOfficeId: (await makeOffice(db, { regionId: county.county.id })).id,
      });
      await gatherConcerns(db, now);
      const laid = await db.select({ id: concernMembers.letterId }).from(concernMembers);
      for (const { id } of [shut, accused]) expect(laid).not.toContainEqual({ id });
      // Not accepted yet, and so not public: the supervisor above may read them, and the leader of this region may not.
      const [warning] = await warnings(db, county.supervisor);
      expect(warning).toMatchObject({ recent: 5, authors: 5 });
      expect(JSON.stringify(warning)).not.toContain(shut.number);
      expect(await warnings(db, county.holder)).toEqual([]);
    }),
  );

  test(
    "are out at once when one turns out to be an accusation",
    inRollback(async (db) => {
      const county = await makeCounty(db);
      await surging(db, county, 4);
      const letter = await makeLetter(db, { ...written(county, 5), kind: "complaint" });
      await gatherConcerns(db, now);
      expect(await warnings(db, county.supervisor)).toHaveLength(1);
      await db.update(letters).set({ kind: "accusation", visibility: "handlers" }).where(eq(letters.id, letter.id));
      expect(await warnings(db, county.supervisor)).toEqual([]);
    }),
  );
});

describe("a false alarm", () => {
  test(
    "leaves one's own list with its reason, stays in everybody else's, and comes back grown by half",
    inRollback(async (db) => {
      const county = await makeCounty(db);
      await surging(db, county);
      const [warning] = await warnings(db, county.holder);
      const concernId = warning!.id;
      await dismissConcern(db, county.holder, { concernId, words: "是同一次演练的通知。" }, now);
      expect(await warnings(db, county.holder)).toEqual([]);
      expect(await warnings(db, county.holder, "dismissed")).toMatchObject([
        { id: concernId, verdicts: [{ verdict: "dismissed", own: true, words: "是同一次演练的通知。" }] },
      ]);
      expect(await warnings(db, county.supervisor)).toMatchObject([
        { id: concernId, verdicts: [{ verdict: "dismissed", own: false }] },
      ]);
      for (const n of [6, 7]) await county.say(n);
      await gatherConcerns(db, now);
      expect(await warnings(db, county.holder)).toEqual([]);
      await county.say(8);
      await gatherConcerns(db, now);
      expect(await warnings(db, county.holder)).toMatchObject([{ id: concernId, size: 9 }]);
    }),
  );

  test(
    "is said by no stranger; taking note leaves it where it is",
    inRollback(async (db) => {
      const county = await makeCounty(db);
      await surging(db, county);
      const [warning] = await warnings(db, county.holder);
      await noteConcern(db, county.holder, { concernId: warning!.id }, now);
      expect(await warnings(db, county.holder)).toMatchObject([{ verdicts: [{ verdict: "noted", own: true }] }]);
      const [event] = await db.select().from(events).where(eq(events.what, "concern.note"));
      expect(event).toMatchObject({ public: false, leaderId: county.leader.id });
    }),
  );
});

import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import {
  clocks,
  comments,
  events,
  extensions,
  letters,
  lightChanges,
  objections,
  orders,
  people,
  promises,
  ratings,
} from "#db/schema/index.ts";
import { listAppeals } from "#domain/appeals/list-appeals.ts";
import { readReport } from "#domain/assessment/read-reports.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { seedDemo } from "./demo.ts";

const now = on("2026-11-20", "15:00");
process.env.GONGPU_SECRET ??= "a secret that only the tests know, 32+";

const past = eq(letters.demo, false);

async function statesOf(db: Db, demo: boolean): Promise<Set<string>> {
  const rows = await db.selectDistinct({ state: letters.state }).from(letters).where(eq(letters.demo, demo));
  return new Set(rows.map(({ state }) => state));
}

test(
  "the river city's cases come in at their own dates, and nothing of them stays open",
  inRollback(async (db) => {
    expect(await seedDemo(db, now)).toBe(true);

    expect(await db.$count(letters, past)).toBe(13);
    expect(await db.$count(letters, and(past, isNotNull(letters.publishedAt)))).toBe(12);
    expect(await statesOf(db, false)).toEqual(new Set(["closed"]));
    const running = await db
      .select({ number: letters.number })
      .from(clocks)
      .innerJoin(letters, eq(letters.id, clocks.letterId))
      .where(and(past, isNull(clocks.stoppedAt)));
    expect(running).toEqual([]);

    // Eleven writers judged; two kept silent until the time for it lapsed.
    expect(await db.$count(ratings, sql`${ratings.letterId} in (select id from letters where not demo)`)).toBe(11);
    const lapsed = await db.select({ at: events.at }).from(events).where(eq(events.what, "letter.lapse"));
    expect(lapsed.length).toBeGreaterThanOrEqual(2);

    const road = await db
      .select({ level: orders.level, channel: orders.channel, state: orders.state, at: orders.issuedAt })
      .from(orders)
      .innerJoin(letters, eq(letters.id, orders.letterId))
      .where(past)
      .orderBy(orders.id);
    expect(road).toHaveLength(11);
    expect(road.every(({ level, channel, state }) => [level, channel, state].join() === "order,onsite,lifted")).toBe(
      true,
    );
    expect([road.at(0), road.at(-1)].map((order) => order?.at.toISOString())).toEqual([
      "2011-03-09T01:00:00.000Z",
      "2011-05-18T01:00:00.000Z",
    ]);
    expect(
      await db.$count(lightChanges, sql`${lightChanges.letterId} in (select id from letters where not demo)`),
    ).toBe(0);

    const [bus] = await db.select().from(letters).where(eq(letters.title, "市区公交车破旧，有安全隐患"));
    expect(bus).toMatchObject({ number: "HY-2009-00001", approx: true, state: "closed" });
    expect(bus!.sentAt.toISOString()).toBe("2009-05-11T01:20:00.000Z");

    const unread = await db.$count(comments, and(eq(comments.demo, false), isNull(comments.reviewedAt)));
    expect(unread, "comments in a moderator's queue").toBe(0);

    expect(await seedDemo(db, now)).toBe(false);
  }),
  120_000,
);

test(
  "the appeal of 2011 is carried on as the record tells it: what had no number has none, what had no receipt has none",
  inRollback(async (db) => {
    await seedDemo(db, now);
    const [past] = (await listAppeals(db, { show: "over" }, now)).posts;
    expect(past).toMatchObject({
      speaker: { nickname: "情暖槎城", office: null },
      at: new Date("2011-03-05T12:00:00Z"),
      approx: true,
      comments: 2,
      appeal: {
        goal: 3000,
        place: { slug: "bopu" },
        verifier: { slug: "zijin-xinfang" },
        verified: { need: "家庭困难属实，救治费用缺口大。", publicAid: "公开材料未载", approx: true },
        pledged: 1000,
        pledgers: 1,
        handedOver: 0,
        handOvers: [{ amount: null, amountWords: "近3000元", present: 9, receipts: 0 }],
        // Nobody closed it, and half a year later nobody had carried it on.
        closed: { at: new Date("2011-09-08T10:00:00Z"), report: null, office: null },
      },
    });
    const { posts } = await listAppeals(db, { show: "pledging" }, now);
    expect(posts.map(({ demo }) => demo)).toEqual([true]);
    expect(posts[0]?.appeal).toMatchObject({ pledged: 3800, pledgers: 5, hiddenPledges: 1, handedOver: 2000 });
    expect((await listAppeals(db, { show: "waiting" }, now)).posts).toMatchObject([{ demo: true }]);
  }),
  120_000,
);

test(
  "the demonstration has every state, lamp and queue in it, and is marked",
  inRollback(async (db) => {
    await seedDemo(db, now);
    expect(await statesOf(db, true)).toEqual(
      new Set(["submitted", "clarifying", "accepted", "assigned", "answered", "closed", "refused", "withdrawn"]),
    );
    const running = await db.select().from(clocks).where(isNull(clocks.stoppedAt));
    const ofOffices = running.filter(({ officeId, pausedAt }) => officeId !== null && pausedAt === null);
    const passed = (at: Date | null) => at !== null && at <= now.at;
    expect(
      ofOffices.some(({ amberAt }) => !passed(amberAt)),
      "green",
    ).toBe(true);
    expect(
      ofOffices.some(({ amberAt, dueAt }) => passed(amberAt) && !passed(dueAt)),
      "amber",
    ).toBe(true);
    expect(
      ofOffices.some(({ yellowAt, redAt }) => passed(yellowAt) && !passed(redAt)),
      "yellow card",
    ).toBe(true);
    expect(
      ofOffices.some(({ redAt }) => passed(redAt)),
      "red card",
    ).toBe(true);
    expect(
      running.some(({ pausedAt }) => pausedAt !== null),
      "paused",
    ).toBe(true);

    const promised = await db.select({ state: promises.state }).from(promises).orderBy(promises.id);
    expect(new Set(promised.map(({ state }) => state))).toEqual(new Set(["open", "kept", "broken"]));
    expect(await db.$count(objections, eq(objections.state, "raised"))).toBe(1);
    expect(await db.$count(extensions, eq(extensions.state, "asked"))).toBe(1);
    expect(running.some(({ what }) => what === "respond")).toBe(true);

    expect(await db.$count(comments, eq(comments.demo, true))).toBeGreaterThanOrEqual(50);
    const unclaimed = and(isNotNull(letters.commentId), isNull(letters.authorId));
    expect(await db.$count(letters, and(unclaimed, eq(letters.via, "comment")))).toBe(1);
    // What a live session left owing became a letter by the timetable.
    expect(await db.$count(letters, and(unclaimed, eq(letters.via, "question"), eq(letters.demo, true)))).toBe(1);
    expect(await db.$count(people, eq(people.kind, "citizen"))).toBeGreaterThan(15);

    const frozen = await readReport(db, "2026-10");
    const scored = (slug: string) => frozen?.rows.find(({ office }) => office.slug === slug);
    expect(scored("jiaotong")).toMatchObject({ answered: 3, onTime: 2, judged: 3, solved: 1, band: null });
    expect(scored("chengguan")).toMatchObject({ excluded: 1 });
    expect(frozen?.contests).toMatchObject([{ state: "dismissed", office: { slug: "chengguan" } }]);
  }),
  120_000,
);

import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { appeals, events, posts } from "#db/schema/index.ts";
import { type Actor, nobody, type Person } from "#domain/access/actor.ts";
import { writeComment } from "#domain/comments/write.ts";
import { storeImage } from "#domain/images/store.ts";
import { hidePost } from "#domain/moderation/moderate.ts";
import { logGroups, readLog } from "#domain/moderation/read-log.ts";
import { editPost, pinPost } from "#domain/posts/change.ts";
import { readOwnPosts, readStream } from "#domain/posts/read-posts.ts";
import { readHits } from "#domain/search/read-hits.ts";
import { addUpdate } from "#domain/updates/add-update.ts";
import { readUpdates } from "#domain/updates/read-updates.ts";
import { castVote } from "#domain/votes/cast.ts";
import { confirmed, makeAppeal } from "#test/factories/appeals.ts";
import { makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeOperator, makePerson, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { closeAppeal } from "./close.ts";
import { listConfirmed, listOpenReports, listToVerify } from "./desk-appeals.ts";
import { handOver } from "./hand-over.ts";
import { lapseAppeals } from "./lapse.ts";
import { listAppeals } from "./list-appeals.ts";
import { decideReport, reportAppeal, resumeAppeal, suspendAppeal } from "./oversee.ts";
import { pledge, takeBackPledge } from "./pledge.ts";
import { raiseAppeal } from "./raise.ts";
import { readAppealFor } from "./read-appeal-for.ts";
import { readPledges } from "./read-pledges.ts";
import { readAppeals } from "./shown.ts";
import { refuseAppeal, verifyAppeal } from "./verify.ts";

const now = on("2026-09-19");
const later = on("2026-09-20");
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => error.key,
  );
const gives = (postId: number, amount: string, more: object = {}) => ({ postId, amount, things: "", ...more });
const stored = async (db: Db, postId: number) =>
  (await db.select().from(appeals).where(eq(appeals.postId, postId)))[0]!;

async function receipt(db: Db, by: Actor): Promise<string> {
  const white = sharp({ create: { width: 2, height: 1, channels: 3, background: "#fff" } });
  return (await storeImage(db, by, { bytes: await white.png().toBuffer() }, now)).token;
}

const handing = (postId: number, images: string[]) => ({
  postId,
  words: "当面交给家人。",
  amount: "200",
  amountWords: "",
  present: "3",
  images,
  masked: "on" as const,
});

describe("raising an appeal", () => {
  test(
    "is talked about at once, and asks the nearest office that settles who handles what",
    inRollback(async (db) => {
      const city = await makeRegion(db);
      const county = await makeRegion(db, city);
      const town = await makeRegion(db, county);
      await makeOffice(db, { regionId: city.id, triages: true });
      const near = await makeOffice(db, { regionId: county.id, triages: true });
      const author = await makeCitizen(db);
      const words = { body: "房子被火烧了。", beneficiary: "一户人家", region: town.slug, goal: "", verifier: "" };
      const { postId } = await raiseAppeal(db, author, words, now);
      const [post] = await db.select().from(posts).where(eq(posts.id, postId));
      expect(post).toMatchObject({ kind: "appeal", state: "published", officeId: near.id, authorId: author.id });
      expect(await readAppeals(db, [postId])).toMatchObject([
        { state: "raised", place: { slug: town.slug }, verifier: { slug: near.slug }, goal: null, verified: null },
      ]);
      const citizen = await makeCitizen(db);
      await writeComment(db, citizen, { postId, body: "我认识这一家。" }, now);
      await castVote(db, citizen, { target: "post", targetId: postId, choice: 1 }, now);
      expect((await listAppeals(db, { show: "waiting" }, now)).posts[0]).toMatchObject({
        id: postId,
        speaker: { office: null, leader: null, nickname: author.nickname },
        appeal: { state: "raised" },
      });
    }),
  );

  test(
    "is refused to desks, to the unverified, about an office elsewhere, and more than three at a time",
    inRollback(async (db) => {
      const { region, office } = await makeAppeal(db, { state: "raised" });
      const elsewhere = await makeOffice(db, { triages: true });
      const words = { body: "房子被火烧了。", beneficiary: "一户人家", region: region.slug, goal: "", verifier: "" };
      const raise = (by: Actor, more: object = {}) => refused(raiseAppeal(db, by, { ...words, ...more }, now));
      expect(await raise(nobody)).toBe("signInFirst");
      expect(await raise(await makeOperator(db, office.id))).toBe("forbidden");
      expect(await raise(await makePerson(db, [], { verifiedAt: null }))).toBe("forbidden");
      const citizen = await makeCitizen(db);
      expect(await raise(citizen, { verifier: elsewhere.slug })).toBe("appeals.noSuchVerifier");
      expect(await raise(citizen, { region: "nowhere" })).toBe("letters.regionMissing");
      expect(await raise(citizen, { goal: "-1" })).toBe("appeals.amount");
      for (let n = 0; n < 3; n += 1) expect(await raise(citizen)).toBeNull();
      expect(await raise(citizen)).toBe("appeals.tooManyWaiting");
    }),
  );
});

test(
  "an appeal is no word of the office that is asked: not on its stream, not in its hands, not under its name",
  inRollback(async (db) => {
    const { postId, author, operator, office } = await makeAppeal(db);
    const stream = await readStream(db, { slug: office.slug }, {}, now);
    expect(stream.posts).toEqual([]);
    expect((await readOwnPosts(db, operator, {}, now)).posts).toEqual([]);
    expect(await refused(editPost(db, operator, { postId, body: "改写别人的话。" }, now))).toBe("forbidden");
    expect(await refused(pinPost(db, operator, { postId }, now))).toBe("forbidden");
    expect(await refused(editPost(db, author, { postId, body: "改写自己的话。" }, now))).toBe("forbidden");
    const [hit] = await readHits(db, [{ kind: "post", ofId: postId }], { words: [], grams: [] }, now);
    expect(hit).toMatchObject({ speaker: { office: null, nickname: author.nickname } });
  }),
);

describe("verifying", () => {
  test(
    "opens the appeal for promises and says what public aid covers",
    inRollback(async (db) => {
      const { postId, operator, office } = await makeAppeal(db, { state: "raised" });
      const giver = await makeCitizen(db);
      expect(await refused(pledge(db, giver, gives(postId, "100"), now))).toBe("appeals.notNow");
      expect((await listToVerify(db, operator)).appeals.map((one) => one.postId)).toEqual([postId]);
      const charity = { charityName: "市慈善总会", charityUrl: "https://charity.example.cn/a" };
      await verifyAppeal(db, await makeHandler(db, office.id), { postId, ...confirmed, ...charity }, now);
      await pledge(db, giver, gives(postId, "100"), now);
      expect(await readAppeals(db, [postId])).toMatchObject([
        {
          state: "verified",
          verified: { need: confirmed.need, publicAid: confirmed.publicAid },
          charity: { name: "市慈善总会", url: "https://charity.example.cn/a" },
        },
      ]);
      expect((await listToVerify(db, operator)).appeals).toEqual([]);
      expect((await listConfirmed(db, operator)).map((one) => one.postId)).toEqual([postId]);
    }),
  );

  test.each(["http://charity.example.cn", "javascript:alert(1)", "https://", "https://user:pass@a.cn", "慈善总会网站"])(
    "links no charity at %s",
    async (charityUrl) =>
      inRollback(async (db) => {
        const { postId, operator } = await makeAppeal(db, { state: "raised" });
        const charity = { charityName: "市慈善总会", charityUrl };
        expect(await refused(verifyAppeal(db, operator, { postId, ...confirmed, ...charity }, now))).toBe(
          "appeals.charityAddress",
        );
      })(),
  );

  test(
    "refused, the appeal stays readable with the reason and takes no promises",
    inRollback(async (db) => {
      const { postId, operator } = await makeAppeal(db, { state: "raised" });
      await refuseAppeal(db, operator, { postId, words: "住址不在本县，请向户籍地提出。" }, now);
      expect(await readAppeals(db, [postId])).toMatchObject([{ state: "refused", refused: { at: now.at } }]);
      expect(await refused(pledge(db, await makeCitizen(db), gives(postId, "100"), now))).toBe("appeals.notNow");
      expect(await refused(verifyAppeal(db, operator, { postId, ...confirmed }, now))).toBe("appeals.notNow");
      expect((await listAppeals(db, { show: "over" }, now)).posts.map(({ id }) => id)).toContain(postId);
    }),
  );

  test(
    "is done in the region's own centre too, and nowhere else",
    inRollback(async (db) => {
      const { postId, region } = await makeAppeal(db, { state: "raised" });
      expect(await refused(verifyAppeal(db, await makeTriage(db), { postId, ...confirmed }, now))).toBe("forbidden");
      expect(
        await refused(verifyAppeal(db, await makeTriage(db, region.id), { postId, ...confirmed }, now)),
      ).toBeNull();
    }),
  );
});

describe("promising", () => {
  test(
    "adds up money, counts people once, and can be taken back until something was handed over",
    inRollback(async (db) => {
      const { postId, author } = await makeAppeal(db);
      const [one, other] = [await makeCitizen(db), await makeCitizen(db)];
      await pledge(db, one, gives(postId, "1,000"), now);
      await pledge(db, one, gives(postId, "", { things: "两床棉被" }), now);
      await pledge(db, other, gives(postId, "５００元", { amountHidden: "on" }), now);
      expect(await stored(db, postId)).toMatchObject({ pledged: 1500, pledges: 3, hiddenPledges: 1, pledgers: 2 });
      const { pledges } = await readPledges(db, postId, null);
      expect(pledges).toMatchObject([
        { nickname: other.nickname, amount: null, amountHidden: true },
        { nickname: one.nickname, amount: null, things: "两床棉被" },
        { nickname: one.nickname, amount: 1000 },
      ]);
      const told = await db.select().from(events).where(eq(events.what, "appeal.pledge"));
      expect(told.map(({ counts }) => counts.amount)).toEqual([1000, null, null]);

      const choice = { postId, pledgeId: pledges[0]!.id };
      expect(await refused(takeBackPledge(db, one, choice, now))).toBe("appeals.noSuchPledge");
      await takeBackPledge(db, other, choice, now);
      expect(await refused(takeBackPledge(db, other, choice, now))).toBe("appeals.noSuchPledge");
      expect(await stored(db, postId)).toMatchObject({ pledged: 1000, pledges: 2, hiddenPledges: 0, pledgers: 1 });

      await handOver(db, author, handing(postId, [await receipt(db, author)]), later);
      const last = { postId, pledgeId: pledges[2]!.id };
      expect(await refused(takeBackPledge(db, one, last, later))).toBe("appeals.handedOver");
    }),
  );

  test(
    "is read page by page, nobody twice and nobody left out",
    inRollback(async (db) => {
      const { postId } = await makeAppeal(db);
      for (let n = 1; n <= 5; n += 1) await pledge(db, await makeCitizen(db), gives(postId, String(n)), now);
      const first = await readPledges(db, postId, null, 3);
      const rest = await readPledges(db, postId, first.next, 3);
      expect([...first.pledges, ...rest.pledges].map(({ amount }) => amount)).toEqual([5, 4, 3, 2, 1]);
      expect(rest.next).toBeNull();
    }),
  );

  test(
    "takes whole yuan and nothing else, from verified citizens and nobody else",
    inRollback(async (db) => {
      const { postId, operator } = await makeAppeal(db);
      const citizen = await makeCitizen(db);
      for (const amount of ["-1", "0", "1.5", "1e9", "1000001", "一百", "NaN"])
        expect([amount, await refused(pledge(db, citizen, gives(postId, amount), now))]).toEqual([
          amount,
          "appeals.amount",
        ]);
      expect(await refused(pledge(db, citizen, gives(postId, " "), now))).toBe("appeals.nothingPledged");
      const things = "东".repeat(61);
      expect(await refused(pledge(db, citizen, gives(postId, "", { things }), now))).toBe("appeals.tooLong");
      expect(await refused(pledge(db, operator, gives(postId, "100"), now))).toBe("forbidden");
      expect(await refused(pledge(db, nobody, gives(postId, "100"), now))).toBe("signInFirst");
      const unverified = await makePerson(db, [], { verifiedAt: null });
      expect(await refused(pledge(db, unverified, gives(postId, "100"), now))).toBe("forbidden");
      expect(await stored(db, postId)).toMatchObject({ pledged: 0, pledges: 0 });
    }),
  );
});

describe("handing over", () => {
  test(
    "becomes an update with its receipts; what is no exact number is never made one",
    inRollback(async (db) => {
      const { postId, author, operator } = await makeAppeal(db);
      await handOver(db, author, handing(postId, [await receipt(db, author)]), now);
      const inWords = { ...handing(postId, [await receipt(db, operator)]), amount: "", amountWords: "近3000元" };
      await handOver(db, operator, inWords, later);
      expect(await readAppeals(db, [postId])).toMatchObject([
        {
          handedOver: 200,
          handOvers: [
            { number: 1, amount: 200, amountWords: null, present: 3 },
            { number: 2, amount: null, amountWords: "近3000元" },
          ],
        },
      ]);
      expect(await readUpdates(db, postId)).toMatchObject([
        { speaker: { nickname: author.nickname, office: null }, images: [{ width: 2 }] },
        { speaker: { nickname: null } },
      ]);
    }),
  );

  test(
    "needs receipts with names masked, one amount, somebody present, and who may",
    inRollback(async (db) => {
      const { postId, author } = await makeAppeal(db);
      const whole = handing(postId, [await receipt(db, author)]);
      const hand = (more: object, by: Actor = author) => refused(handOver(db, by, { ...whole, ...more }, now));
      expect(await hand({ images: [] })).toBe("appeals.noReceipt");
      expect(await hand({ masked: undefined })).toBe("appeals.notMasked");
      expect(await hand({ amountWords: "近200元" })).toBe("appeals.twoAmounts");
      expect(await hand({ present: "0" })).toBe("appeals.present");
      expect(await hand({ words: "" })).toBe("appeals.wordless");
      expect(await hand({}, await makeCitizen(db))).toBe("forbidden");
      expect(await stored(db, postId)).toMatchObject({ handedOver: 0, lastHandOverAt: null });
    }),
  );
});

describe("the end", () => {
  test(
    "is a report that everybody reads, and no promise comes after it",
    inRollback(async (db) => {
      const { postId, author, operator } = await makeAppeal(db);
      const giver = await makeCitizen(db);
      await pledge(db, giver, gives(postId, "100"), now);
      const words = { postId, words: "认捐 100 元，未交付，一人联系不上。" };
      expect(await refused(closeAppeal(db, giver, words, now))).toBe("forbidden");
      await closeAppeal(db, operator, words, later);
      expect(await readAppeals(db, [postId])).toMatchObject([
        { state: "closed", closed: { at: later.at, report: words.words, office: {} } },
      ]);
      expect(await refused(pledge(db, giver, gives(postId, "100"), later))).toBe("appeals.notNow");
      expect(await refused(handOver(db, author, handing(postId, [await receipt(db, author)]), later))).toBe(
        "appeals.notNow",
      );
    }),
  );

  test(
    "may come from the author before an office has looked, not from the office",
    inRollback(async (db) => {
      const { postId, author, operator } = await makeAppeal(db, { state: "raised" });
      const words = { postId, words: "亲友已经帮上忙，不用了。" };
      expect(await refused(closeAppeal(db, operator, words, now))).toBe("forbidden");
      await closeAppeal(db, author, words, now);
      expect(await readAppeals(db, [postId])).toMatchObject([{ state: "closed", closed: { office: null } }]);
    }),
  );
});

test(
  "what is added to an appeal names nobody either",
  inRollback(async (db) => {
    const { postId, author } = await makeAppeal(db);
    const thank = (body: string) => refused(addUpdate(db, author, { postId, body, images: [] }, now));
    expect(await thank("孩子姓名：张小明，今天出院了。")).toBe("appeals.tellsWho");
    expect(await thank("孩子今天出院了，谢谢大家。")).toBeNull();
  }),
);

test(
  "an appeal that nobody carries on takes no promises for ever",
  inRollback(async (db) => {
    const { postId } = await makeAppeal(db, { at: on("2026-01-05") });
    const carried = await makeAppeal(db, { at: on("2026-01-05") });
    await pledge(db, await makeCitizen(db), gives(carried.postId, "10"), on("2026-03-02"));
    expect(await lapseAppeals(db, on("2026-07-03"))).toBe(0);
    expect(await lapseAppeals(db, on("2026-07-06"))).toBe(1);
    expect(await lapseAppeals(db, on("2026-07-06"))).toBe(0);
    expect(await readAppeals(db, [postId])).toMatchObject([
      { state: "closed", closed: { report: null, office: null } },
    ]);
    expect(await readAppeals(db, [carried.postId])).toMatchObject([{ state: "verified" }]);
  }),
);

describe("misuse", () => {
  const overseers = async (db: Db, regionId: number, verifierId: number): Promise<Record<string, Person>> => ({
    moderator: await makePerson(db, [{ role: "moderator", regionId }]),
    supervisor: await makePerson(db, [{ role: "supervisor", officeId: (await makeOffice(db, { regionId })).id }]),
    ofTheVerifier: await makePerson(db, [{ role: "supervisor", officeId: verifierId }]),
    elsewhere: await makePerson(db, [{ role: "moderator", regionId: (await makeRegion(db)).id }]),
  });

  test(
    "is told to those who look into it, who suspend promises with a public reason or find nothing",
    inRollback(async (db) => {
      const { postId, region, office } = await makeAppeal(db);
      const who = await overseers(db, region.id, office.id);
      const reporter = await makePerson(db, [], { verifiedAt: null });
      const report = { postId, reason: "elsewhere" as const, words: "在群里另发了私人收款码。" };
      expect(await refused(reportAppeal(db, nobody, report, now))).toBe("signInFirst");
      expect(await refused(reportAppeal(db, who.moderator!, report, now))).toBe("forbidden");
      await reportAppeal(db, reporter, report, now);
      expect(await refused(reportAppeal(db, reporter, report, now))).toBe("appeals.alreadyReported");
      await reportAppeal(db, await makeCitizen(db), report, now);
      const found = await Promise.all(Object.values(who).map(async (one) => (await listOpenReports(db, one)).length));
      expect(found).toEqual([2, 2, 0, 0]);

      const [first, second] = await listOpenReports(db, who.moderator!);
      const decide = (by: Actor, reportId: number, outcome: "unfounded" | "suspended") =>
        refused(decideReport(db, by, { reportId, outcome, words: "收款码不是发起人发的。" }, now));
      expect(await decide(who.ofTheVerifier!, first!.id, "unfounded")).toBe("forbidden");
      expect(await decide(who.elsewhere!, first!.id, "suspended")).toBe("forbidden");
      expect(await decide(who.moderator!, first!.id, "unfounded")).toBeNull();
      expect(await decide(who.moderator!, first!.id, "unfounded")).toBe("appeals.reportDecided");
      expect(await decide(who.supervisor!, second!.id, "suspended")).toBeNull();
      expect(await listOpenReports(db, who.moderator!)).toEqual([]);
      expect(await readAppeals(db, [postId])).toMatchObject([
        { state: "suspended", suspended: { words: "收款码不是发起人发的。" } },
      ]);
      const giver = await makeCitizen(db);
      expect(await refused(pledge(db, giver, gives(postId, "100"), now))).toBe("appeals.notNow");
      await resumeAppeal(db, who.moderator!, { postId, words: "已核实清楚，恢复认捐。" }, now);
      await pledge(db, giver, gives(postId, "100"), now);
      expect((await readLog(db, { acts: logGroups.appeals })).entries).toMatchObject([
        { act: "appeal.resume", postId },
        { act: "appeal.suspend", postId, office: {} },
      ]);
    }),
  );

  test(
    "of what is hidden there is nothing to see and nothing to do",
    inRollback(async (db) => {
      const { postId, region } = await makeAppeal(db);
      const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
      await hidePost(db, moderator, { postId, code: "minor" }, now);
      expect(await refused(pledge(db, await makeCitizen(db), gives(postId, "1"), now))).toBe("appeals.missing");
      expect(await refused(suspendAppeal(db, moderator, { postId, words: "停。" }, now))).toBe("appeals.missing");
      expect(await readAppealFor(db, moderator, postId, now)).toBeNull();
      expect((await listAppeals(db, { show: "pledging" }, now)).posts.map(({ id }) => id)).not.toContain(postId);
    }),
  );
});

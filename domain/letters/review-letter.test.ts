import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { ratings, reviews } from "#db/schema/index.ts";
import { type Person, readPerson } from "#domain/access/actor.ts";
import { addDays } from "#domain/calendar/civil-date.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { answerLetter } from "./answer-letter.ts";
import { assignLetter } from "./assign-letter.ts";
import { decideReview } from "./decide-review.ts";
import { beginHearing, endHearing } from "./hear-review.ts";
import type { Letter } from "./letter.ts";
import { listDeskLetters } from "./list-desk-letters.ts";
import { rateLetter, reopenLetter } from "./rate-letter.ts";
import { readLetterFor } from "./read-letter-for.ts";
import { askRecheck, askReview } from "./review-letter.ts";

const answered = "2026-09-18";
const verdict = { solved: "no", attitude: "dissatisfied", speed: "acceptable" } as const;
const judged = (letter: Letter) => ({ letterId: letter.id, ...verdict });

/** A lead office below a bureau below the government of its region, which a supervising office watches. */
async function makeWorld(db: Db, state: "answered" | "closed" | "refused" = "answered") {
  const region = await makeRegion(db);
  const at = { regionId: region.id };
  const watching = await makeOffice(db, { ...at, supervises: true });
  const top = await makeOffice(db, at);
  const bureau = await makeOffice(db, { ...at, parentId: top.id });
  const lead = await makeOffice(db, { ...at, parentId: bureau.id });
  const author = await makeCitizen(db);
  const mailbox = await makeMailbox(db, { officeId: lead.id });
  const letter = await makeLetter(db, { state, author, mailboxId: mailbox.id, leadOfficeId: lead.id });
  return { watching, top, bureau, lead, author, letter, letterId: letter.id };
}

const words = "答复没有说清井盖是谁的。";
const again = {
  facts: "再次到四楼查看，早晚高峰水压确实不足。",
  basis: "《城市供水条例》第二十二条。",
  done: "已装加压泵，四楼以上有水。",
  next: "可致电供水科 0762-000-8800。",
};
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => error.key,
  );

describe("asking the superior office", () => {
  test(
    "goes to the office above the lead, which has thirty days, and to nobody else's desk",
    inRollback(async (db) => {
      const { letter, letterId, author, bureau, top } = await makeWorld(db);
      const asked = await askReview(db, author, { letterId, words }, on("2026-09-20"));
      expect(asked).toMatchObject({ state: "answered", reviewOfficeId: bureau.id });
      expect(await runningClock(db, letter, "review")).toMatchObject({ officeId: bureau.id, dueOn: "2026-10-20" });
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ what: "letter.review", role: "author", words });
      const queueOf = async (person: Person) => (await listDeskLetters(db, person, {}, on("2026-09-21"))).rows;
      expect((await queueOf(await makeHandler(db, bureau.id))).map(({ id }) => id)).toEqual([letterId]);
      expect(await queueOf(await makeHandler(db, top.id))).toEqual([]);
    }),
  );

  test(
    "is possible on the thirtieth day after the last word and refused on the thirty-first",
    inRollback(async (db) => {
      const { letterId, author } = await makeWorld(db);
      const late = askReview(db, author, { letterId, words }, on(addDays(answered, 31)));
      await expect(late).rejects.toMatchObject({
        key: "letters.reviewOver",
        details: { days: 30, until: "2026-10-18" },
      });
      await askReview(db, author, { letterId, words }, on(addDays(answered, 30), "23:59"));
    }),
  );

  test(
    "is the writer's alone, once for each level, and not while one runs",
    inRollback(async (db) => {
      const { letterId, author, lead, bureau } = await makeWorld(db);
      const ask = (by: Person, verb = askReview) => refused(verb(db, by, { letterId, words }, on("2026-09-20")));
      expect(await ask(await makeCitizen(db))).toBe("forbidden");
      expect(await ask(await makeHandler(db, lead.id))).toBe("forbidden");
      expect(await ask(author, askRecheck)).toBe("letters.notReviewedYet");
      expect(await ask(author)).toBeNull();
      expect(await ask(author)).toBe("letters.reviewRuns");
      expect(
        await refused(reopenLetter(db, author, { ...verdict, letterId, words, solved: "no" }, on("2026-09-20"))),
      ).toBe("letters.reviewRuns");
      const superior = await makeHandler(db, bureau.id);
      await decideReview(db, superior, { letterId, decision: "maintain", words: "原答复属实。" }, on("2026-09-25"));
      expect(await ask(author)).toBe("letters.reviewedOnce");
    }),
  );

  test(
    "a letter that was refused goes to the office above the one that refused it",
    inRollback(async (db) => {
      const { letterId, author, bureau } = await makeWorld(db, "refused");
      expect(await askReview(db, author, { letterId, words }, on("2026-09-20"))).toMatchObject({
        state: "refused",
        reviewOfficeId: bureau.id,
      });
    }),
  );

  test(
    "passes over the accused office, and goes to the supervising one where none is above",
    inRollback(async (db) => {
      const { lead, bureau, top, watching } = await makeWorld(db);
      const author = await makeCitizen(db);
      const refusedBy = async (officeId?: number, accusedOfficeId?: number) =>
        makeLetter(db, {
          state: "refused",
          author,
          mailboxId: (await makeMailbox(db, officeId ? { officeId } : {})).id,
          ...(accusedOfficeId && { kind: "accusation" as const, accusedOfficeId }),
        });
      const ask = ({ id }: Letter) => askReview(db, author, { letterId: id, words }, on("2026-09-20"));
      expect(await ask(await refusedBy(lead.id, bureau.id))).toMatchObject({ reviewOfficeId: top.id });
      expect(await ask(await refusedBy(top.id))).toMatchObject({ reviewOfficeId: watching.id });
      const nowhere = await refusedBy();
      await expect(ask(nowhere)).rejects.toMatchObject({ key: "letters.noSuperior" });
    }),
  );
});

describe("deciding a review", () => {
  test(
    "is the asked office's alone",
    inRollback(async (db) => {
      const { letterId, author, lead, top } = await makeWorld(db);
      await askReview(db, author, { letterId, words }, on("2026-09-20"));
      for (const officeId of [lead.id, top.id]) {
        const decide = decideReview(
          db,
          await makeHandler(db, officeId),
          { letterId, decision: "maintain", words: "维持。" },
          on("2026-09-21"),
        );
        expect(await refused(decide)).toBe("forbidden");
      }
    }),
  );

  test(
    "waits for a hearing, whose days are not counted, once at a time and held by the asked office alone",
    inRollback(async (db) => {
      const { letter, letterId, author, bureau, lead } = await makeWorld(db);
      await askReview(db, author, { letterId, words }, on("2026-09-20"));
      const superior = await makeHandler(db, bureau.id);
      const place = { letterId, words: "9月24日上午九点，局三楼会议室，双方到场。" };
      expect(await refused(endHearing(db, superior, place, on("2026-09-22")))).toBe("letters.noHearing");
      expect(await refused(beginHearing(db, await makeHandler(db, lead.id), place, on("2026-09-22")))).toBe(
        "forbidden",
      );
      expect(await refused(beginHearing(db, author, place, on("2026-09-22")))).toBe("forbidden");

      await beginHearing(db, superior, place, on("2026-09-22"));
      expect(await refused(beginHearing(db, superior, place, on("2026-09-22")))).toBe("letters.hearingRuns");
      const standing = (await readLetterFor(db, author, letter.number, on("2026-10-25")))!.reviews[0]!;
      expect(standing.light).toMatchObject({ lamp: "paused" });

      await endHearing(db, superior, { letterId, words: "双方各自陈述，现场勘查一次。" }, on("2026-09-24"));
      // Thirty days from September 20 end on October 20; the three days of the hearing are added.
      expect(await runningClock(db, letter, "review")).toMatchObject({ dueOn: "2026-10-23", pausedAt: null });
      expect((await eventsOf(db, letter)).map(({ what }) => what).slice(-2)).toEqual(["letter.hear", "letter.heard"]);
    }),
  );

  test(
    "needs no end of the hearing first",
    inRollback(async (db) => {
      const { letter, letterId, author, bureau } = await makeWorld(db);
      await askReview(db, author, { letterId, words }, on("2026-09-20"));
      const superior = await makeHandler(db, bureau.id);
      await beginHearing(db, superior, { letterId, words: "9月24日听证。" }, on("2026-09-22"));
      await decideReview(
        db,
        superior,
        { letterId, decision: "amend", words: "听证查明，应当重办。" },
        on("2026-09-24"),
      );
      expect(await runningClock(db, letter, "review")).toBeUndefined();
      const [review] = (await readLetterFor(db, author, letter.number, on("2026-09-25")))!.reviews;
      expect(review!.light).toMatchObject({ lamp: "met" });
    }),
  );

  test(
    "maintained: the answer stands, and the writer may go one higher, for the last time",
    inRollback(async (db) => {
      const { letter, letterId, author, bureau, top } = await makeWorld(db);
      const maintain = { letterId, decision: "maintain", words: "原答复属实。" } as const;
      await askReview(db, author, { letterId, words }, on("2026-09-20"));
      const kept = await decideReview(db, await makeHandler(db, bureau.id), maintain, on("2026-10-09"));
      expect(kept).toMatchObject({ state: "answered", reviewOfficeId: null, round: 1 });
      expect(await runningClock(db, letter, "review")).toBeUndefined();

      expect(await askRecheck(db, author, { letterId, words }, on("2026-11-08"))).toMatchObject({
        reviewOfficeId: top.id,
      });
      await decideReview(db, await makeOperator(db, top.id), maintain, on("2026-11-20"));
      expect(await refused(askRecheck(db, author, { letterId, words }, on("2026-11-21")))).toBe(
        "letters.reviewedFinally",
      );
      const rows = await db.select().from(reviews).where(eq(reviews.letterId, letterId)).orderBy(reviews.id);
      expect(rows.map(({ level, state }) => [level, state])).toEqual([
        ["review", "maintained"],
        ["recheck", "maintained"],
      ]);
      const told = (await eventsOf(db, letter)).map(({ id, what }) => [id, what]);
      expect(told).toContainEqual([rows[1]!.decidedEventId, "letter.maintain"]);
    }),
  );

  test(
    "amended: the same office works again in a round of its own, and neither answer nor verdict is lost",
    inRollback(async (db) => {
      const { letter, letterId, author, lead, bureau } = await makeWorld(db);
      await rateLetter(db, author, judged(letter), on("2026-09-19"));
      await askReview(db, author, { letterId, words }, on("2026-09-20"));
      const superior = await makeHandler(db, bureau.id);
      const amended = await decideReview(
        db,
        superior,
        { letterId, decision: "amend", words: "要重新查。" },
        on("2026-09-21"),
      );
      expect(amended).toMatchObject({
        state: "assigned",
        leadOfficeId: lead.id,
        round: 2,
        closedAt: null,
        reopenedAt: null,
      });
      expect(amended.answeredAt).toEqual(letter.answeredAt);
      expect(await runningClock(db, letter, "finish")).toMatchObject({
        officeId: lead.id,
        round: 2,
        dueOn: "2026-10-19",
      });
      expect(await runningClock(db, letter, "judging")).toBeUndefined();

      await answerLetter(db, await makeHandler(db, lead.id), { letterId, ...again }, on("2026-09-25"));
      // The superior's word did not use up the writer's one reopening.
      const reopened = await reopenLetter(db, author, { ...verdict, letterId, words, solved: "no" }, on("2026-09-26"));
      expect(reopened).toMatchObject({ state: "assigned", round: 3 });
      const kept = await db.select().from(ratings).where(eq(ratings.letterId, letterId)).orderBy(ratings.round);
      expect(kept.map(({ round }) => round)).toEqual([1, 2]);
    }),
  );

  test(
    "revoked: it goes back to being assigned, and its lead has it no more",
    inRollback(async (db) => {
      const { letter, letterId, author, lead, bureau } = await makeWorld(db, "closed");
      await askReview(db, author, { letterId, words }, on("2026-09-20"));
      const superior = await makeHandler(db, bureau.id);
      const revoked = await decideReview(
        db,
        superior,
        { letterId, decision: "revoke", words: "撤销。" },
        on("2026-09-21"),
      );
      expect(revoked).toMatchObject({ state: "accepted", leadOfficeId: null, round: 2, reviewOfficeId: null });
      expect(await readLetterFor(db, superior, letter.number, on("2026-09-21"))).toBeNull();
      const next = await makeOffice(db);
      const operator = await makeOperator(db, letter.mailbox.officeId);
      await assignLetter(db, operator, { letterId, lead: next.slug }, on("2026-09-22"));
      expect(
        await refused(answerLetter(db, await makeHandler(db, lead.id), { letterId, ...again }, on("2026-09-23"))),
      ).toBe("forbidden");
      await answerLetter(db, await makeHandler(db, next.id), { letterId, ...again }, on("2026-09-23"));
      await rateLetter(db, (await readPerson(db, author.id))!, judged(letter), on("2026-09-24"));
    }),
  );

  test(
    "revoking a refusal accepts the letter, with its time; there is nothing to amend",
    inRollback(async (db) => {
      const { letter, letterId, author, bureau } = await makeWorld(db, "refused");
      await askReview(db, author, { letterId, words }, on("2026-09-20"));
      const superior = await makeHandler(db, bureau.id);
      const decide = (decision: "amend" | "revoke") =>
        decideReview(db, superior, { letterId, decision, words: "属本级职责。" }, on("2026-09-21"));
      expect(await refused(decide("amend"))).toBe("letters.overtaken");
      expect(await decide("revoke")).toMatchObject({ state: "accepted", refusalCode: null, round: 1 });
      expect(await runningClock(db, letter, "finish")).toMatchObject({ round: 1 });
    }),
  );
});

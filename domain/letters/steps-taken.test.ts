import { describe, expect, test } from "vitest";
import { readPerson } from "#domain/access/actor.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { acceptLetter } from "./accept-letter.ts";
import { askWriter, supplyWords } from "./ask-and-supply.ts";
import { assignLetter } from "./assign-letter.ts";
import { claimLetter, unclaimLetter } from "./claims.ts";
import { instruct } from "./instruct.ts";
import { abandonUnsupplied } from "./lapse.ts";
import { hideLetter, publishLetter, redactLetter } from "./publish-letter.ts";
import { refuseLetter } from "./refuse-letter.ts";
import { followUp, noteInternally, reportProgress } from "./report-progress.ts";
import { urgeLetter } from "./urge-letter.ts";
import { withdrawLetter } from "./withdraw-letter.ts";

const confirmed = { publicTitle: "水压不足", publicBody: "四楼以上没有水。" };
const ordinary = { kind: "complaint" as const, termClass: "ordinary" as const };

describe("accepting", () => {
  test(
    "publishes the confirmed text and starts the finish clock of its class",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const triage = await makeTriage(db, letter.mailbox.lineage[0]);
      const accepted = await acceptLetter(
        db,
        triage,
        { letterId: letter.id, ...ordinary, ...confirmed },
        on("2026-09-30"),
      );
      expect(accepted).toMatchObject({ state: "accepted", publicTitle: "水压不足", publishedAt: on("2026-09-30").at });
      expect(await runningClock(db, letter, "accept")).toBeUndefined();
      expect(await runningClock(db, letter, "finish")).toMatchObject({ dueOn: "2026-10-27" });
      const [send, accept] = await eventsOf(db, letter);
      expect([send?.public, accept?.public]).toEqual([false, true]);
    }),
  );

  test.each([
    ["utilities", "2026-10-01T09:00"],
    ["danger", "2026-09-30T11:00"],
  ] as const)("a %s letter is due in hours", (termClass, due) =>
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const input = { letterId: letter.id, ...ordinary, termClass, ...confirmed };
      await acceptLetter(db, operator, input, on("2026-09-30"));
      const [day, time] = due.split("T") as [`${number}-${number}-${number}`, string];
      expect(await runningClock(db, letter, "finish")).toMatchObject({ dueAt: on(day, time).at });
    })(),
  );

  test(
    "never publishes what the writer kept to the handlers",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { visibility: "handlers" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const accepted = await acceptLetter(
        db,
        operator,
        { letterId: letter.id, ...ordinary, ...confirmed },
        on("2026-09-30"),
      );
      expect(accepted).toMatchObject({ state: "accepted", publishedAt: null, publicTitle: null });
      await expect(
        publishLetter(db, operator, { letterId: letter.id, ...confirmed }, on("2026-09-30")),
      ).rejects.toMatchObject({ key: "letters.keptPrivate" });
    }),
  );

  test(
    "needs a text, and one without an identity number",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const accept = (publicBody: string) =>
        acceptLetter(
          db,
          operator,
          { letterId: letter.id, ...ordinary, publicTitle: "水", publicBody },
          on("2026-09-30"),
        );
      await expect(accept("")).rejects.toMatchObject({ key: "letters.publicTextMissing" });
      await expect(accept("我是１１０１０５ 19491231 002X")).rejects.toMatchObject({ key: "letters.personalText" });
    }),
  );

  test(
    "is refused to another region's triage and to handlers",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const input = { letterId: letter.id, ...ordinary, ...confirmed };
      for (const actor of [await makeTriage(db), await makeHandler(db, letter.mailbox.officeId)]) {
        await expect(acceptLetter(db, actor, input, on("2026-09-30"))).rejects.toMatchObject({
          key: "letters.missing",
        });
      }
    }),
  );

  test(
    "says 按平台现行规则重算 of a letter from before the law",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "accepted", at: { ...on("2011-01-30"), approx: true } });
      expect(await runningClock(db, letter, "finish")).toMatchObject({
        dueOn: "2011-02-24",
        working: { basis: "current-rules", rule: "finish.ordinary" },
      });
      expect((await eventsOf(db, letter)).every(({ approx }) => approx)).toBe(true);
    }),
  );
});

describe("asking and supplying", () => {
  test(
    "stands the office's clock still and counts its date anew",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned", at: on("2026-09-18") });
      const lead = await makeHandler(db, letter.leadOfficeId);
      const asked = await askWriter(db, lead, { letterId: letter.id, words: "哪一栋？" }, on("2026-09-24"));
      expect(asked).toMatchObject({ state: "clarifying", askedFrom: "assigned" });
      expect(await runningClock(db, letter, "finish")).toMatchObject({ pausedAt: on("2026-09-24").at });
      expect(await runningClock(db, letter, "supply")).toMatchObject({ dueOn: "2026-10-09", officeId: null });

      const author = (await readPerson(db, letter.authorId!))!;
      const back = await supplyWords(db, author, { letterId: letter.id, words: "三栋。" }, on("2026-09-27"));
      expect(back).toMatchObject({ state: "assigned", askedFrom: null });
      expect(await runningClock(db, letter, "finish")).toMatchObject({ dueOn: "2026-10-16", pausedAt: null });
      expect(await runningClock(db, letter, "supply")).toBeUndefined();
    }),
  );

  test(
    "shows readers that it was asked, and the words to nobody but the two",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const lead = await makeHandler(db, letter.leadOfficeId);
      await askWriter(db, lead, { letterId: letter.id, words: "请报身份证号。" }, on("2026-09-24"));
      const author = (await readPerson(db, letter.authorId!))!;
      await supplyWords(db, author, { letterId: letter.id, words: "11010519491231002X" }, on("2026-09-25"));
      const [ask, supply] = (await eventsOf(db, letter)).slice(-2);
      expect([ask?.public, supply?.public]).toEqual([true, true]);
    }),
  );

  test(
    "is abandoned by the timetable after fifteen days, once",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "clarifying", at: on("2026-09-18") });
      expect(await abandonUnsupplied(db, on("2026-10-08", "23:59"))).toBe(0);
      expect(await abandonUnsupplied(db, on("2026-10-09", "00:00"))).toBe(1);
      expect(await abandonUnsupplied(db, on("2026-10-09", "00:00"))).toBe(0);
      expect(await eventsOf(db, letter)).toHaveLength(3);
      expect(await runningClock(db, letter, "accept")).toBeUndefined();
    }),
  );

  test(
    "is supplied by its author alone",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "clarifying" });
      const input = { letterId: letter.id, words: "三栋。" };
      await expect(supplyWords(db, await makeCitizen(db), input, on("2026-09-20"))).rejects.toMatchObject({
        key: "letters.missing",
      });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      await expect(supplyWords(db, operator, input, on("2026-09-20"))).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});

describe("assigning", () => {
  test(
    "hands the clock over without starting it again, and counts the hop",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned", at: on("2026-09-18") });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const next = await makeOffice(db);
      const helping = await makeOffice(db);
      const assigned = await assignLetter(
        db,
        operator,
        { letterId: letter.id, lead: next.slug, assisting: [helping.slug, next.slug] },
        on("2026-10-09"),
      );
      expect(assigned).toMatchObject({ leadOfficeId: next.id, assistingOfficeIds: [helping.id], hops: 1 });
      expect(await runningClock(db, letter, "finish")).toMatchObject({ officeId: next.id, dueOn: "2026-10-15" });
      await expect(
        reportProgress(
          db,
          await makeHandler(db, letter.leadOfficeId),
          { letterId: letter.id, words: "在查。" },
          on("2026-10-09"),
        ),
      ).rejects.toMatchObject({ key: "forbidden" });
      const again = { letterId: letter.id, lead: next.slug, assisting: [helping.slug] };
      await expect(assignLetter(db, operator, again, on("2026-10-09"))).rejects.toMatchObject({
        key: "letters.sameOffices",
      });
    }),
  );

  test(
    "to the accused office is refused and recorded",
    inRollback(async (db) => {
      const accused = await makeOffice(db);
      const letter = await makeLetter(db, { state: "accepted", kind: "accusation", accusedOfficeId: accused.id });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      for (const offices of [
        { lead: accused.slug, assisting: [] },
        { lead: (await makeOffice(db)).slug, assisting: [accused.slug] },
      ]) {
        const input = { letterId: letter.id, ...offices };
        await expect(assignLetter(db, operator, input, on("2026-09-21"))).rejects.toMatchObject({
          key: "letters.accusedOffice",
        });
      }
      const attempts = (await eventsOf(db, letter)).filter(({ what }) => what === "letter.attempt");
      expect(attempts).toMatchObject([
        { public: false, personId: operator.id, counts: { refused: "letters.accusedOffice" }, topics: [] },
        { public: false },
      ]);
      expect((await runningClock(db, letter, "finish"))?.officeId).toBe(letter.mailbox.officeId);
    }),
  );

  test(
    "by the leader written to or one above, not by a neighbour",
    inRollback(async (db) => {
      const city = await makeRegion(db);
      const county = await makeRegion(db, city);
      const mayor = await makeLeader(db, { officeId: (await makeOffice(db, { regionId: city.id })).id });
      const headOffice = await makeOffice(db, { regionId: county.id });
      const mailbox = await makeMailbox(db, { leaderId: (await makeLeader(db, { officeId: headOffice.id })).id });
      const neighbour = await makeLeader(db, { officeId: headOffice.id });
      const assign = async (leaderId: number) => {
        const letter = await makeLetter(db, { state: "accepted", mailboxId: mailbox.id });
        return assignLetter(
          db,
          await makeHolder(db, leaderId),
          { letterId: letter.id, lead: headOffice.slug },
          on("2026-09-21"),
        );
      };
      await expect(assign(mailbox.leaderId!)).resolves.toMatchObject({ state: "assigned" });
      await expect(assign(mayor.id)).resolves.toMatchObject({ state: "assigned" });
      await expect(assign(neighbour.id)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});

describe("instructing", () => {
  test(
    "sets an earlier date, never a later one",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const letter = await makeLetter(db, { state: "assigned", mailboxId: mailbox.id, at: on("2026-09-18") });
      const holder = await makeHolder(db, leader.id);
      const say = (due: string) =>
        instruct(db, holder, { letterId: letter.id, words: "限期修好。", due }, on("2026-09-21"));
      await expect(say("2026-10-15")).rejects.toMatchObject({
        key: "letters.notEarlier",
        details: { due: "2026-10-15" },
      });
      await expect(say("2026-09-20")).rejects.toMatchObject({ key: "letters.notEarlier" });
      await say("2026-10-03");
      expect(await runningClock(db, letter, "finish")).toMatchObject({
        dueOn: "2026-10-03",
        working: { rule: "instruction" },
      });
      const event = (await eventsOf(db, letter)).at(-1);
      expect(event).toMatchObject({
        public: true,
        leaderId: leader.id,
        words: "限期修好。",
        counts: { due: "2026-10-03" },
      });
    }),
  );

  test(
    "marked internal stays inside",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const letter = await makeLetter(db, { state: "assigned", mailboxId: mailbox.id });
      const input = { letterId: letter.id, words: "先查清责任。", internal: "on" as const };
      await instruct(db, await makeHolder(db, leader.id), input, on("2026-09-21"));
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ public: false });
      await expect(
        instruct(db, await makeTriage(db, letter.mailbox.lineage[0]), input, on("2026-09-21")),
      ).rejects.toMatchObject({
        key: "forbidden",
      });
    }),
  );
});

describe("small steps", () => {
  test(
    "progress is public, a note is not, a result may follow the answer",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "answered" });
      const lead = await makeHandler(db, letter.leadOfficeId);
      await noteInternally(db, lead, { letterId: letter.id, words: "已请财务核对。" }, on("2026-09-21"));
      await followUp(db, lead, { letterId: letter.id, words: "已全部换完。" }, on("2026-10-21"));
      expect((await eventsOf(db, letter)).slice(-2).map((event) => event.public)).toEqual([false, true]);
      await expect(
        reportProgress(db, lead, { letterId: letter.id, words: "在查。" }, on("2026-09-21")),
      ).rejects.toMatchObject({ key: "letters.overtaken" });
      await expect(
        noteInternally(db, await makeHandler(db), { letterId: letter.id, words: "看看。" }, on("2026-09-21")),
      ).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "urging is counted once in seven days",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const author = (await readPerson(db, letter.authorId!))!;
      const urge = (day: Parameters<typeof on>[0]) => urgeLetter(db, author, { letterId: letter.id }, on(day));
      expect((await urge("2026-09-21")).urges).toBe(1);
      await expect(urge("2026-09-27")).rejects.toMatchObject({
        key: "letters.urgedRecently",
        details: { from: "2026-09-28" },
      });
      expect((await urge("2026-09-28")).urges).toBe(2);
      await expect(
        urgeLetter(db, await makeCitizen(db), { letterId: letter.id }, on("2026-09-28")),
      ).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "a refusal carries its code and what to do instead",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const refuse = (words: string) =>
        refuseLetter(db, operator, { letterId: letter.id, code: "otherRoute", words }, on("2026-09-21"));
      await expect(refuse(" ")).rejects.toMatchObject({ key: "letters.wordsMissing" });
      expect(await refuse("请向法院起诉。")).toMatchObject({ state: "refused", refusalCode: "otherRoute" });
      expect(await runningClock(db, letter, "accept")).toBeUndefined();
    }),
  );

  test(
    "withdrawing is for the author, until the answer",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      await expect(withdrawLetter(db, operator, { letterId: letter.id }, on("2026-09-21"))).rejects.toMatchObject({
        key: "forbidden",
      });
      const author = (await readPerson(db, letter.authorId!))!;
      expect((await withdrawLetter(db, author, { letterId: letter.id }, on("2026-09-21"))).state).toBe("withdrawn");
      const answered = await makeLetter(db, { state: "answered", author });
      await expect(withdrawLetter(db, author, { letterId: answered.id }, on("2026-09-21"))).rejects.toMatchObject({
        key: "letters.overtaken",
      });
    }),
  );

  test(
    "hiding leaves a public stone; publishing again lifts it; redacting replaces the text",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "accepted" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const letterId = letter.id;
      expect((await redactLetter(db, operator, { letterId, ...confirmed }, on("2026-09-21"))).publicBody).toBe(
        "四楼以上没有水。",
      );
      const hidden = await hideLetter(
        db,
        operator,
        { letterId, code: "minor", words: "写有未成年人。" },
        on("2026-09-21"),
      );
      expect(hidden).toMatchObject({ hiddenCode: "minor" });
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ public: true, officeId: letter.mailbox.officeId });
      expect(await publishLetter(db, operator, { letterId, ...confirmed }, on("2026-09-22"))).toMatchObject({
        hiddenAt: null,
      });
      await expect(
        hideLetter(db, await makeHandler(db), { letterId, code: "minor", words: "x" }, on("2026-09-22")),
      ).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "a claim shows who is on it, and only one's own is let go",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const [one, other] = [
        await makeOperator(db, letter.mailbox.officeId),
        await makeOperator(db, letter.mailbox.officeId),
      ];
      await claimLetter(db, one, { letterId: letter.id }, on("2026-09-21"));
      await unclaimLetter(db, other, { letterId: letter.id }, on("2026-09-21"));
      await claimLetter(db, other, { letterId: letter.id }, on("2026-09-21"));
      await unclaimLetter(db, other, { letterId: letter.id }, on("2026-09-21"));
      expect((await eventsOf(db, letter)).slice(1).map(({ what }) => what)).toEqual([
        "letter.claim",
        "letter.claim",
        "letter.unclaim",
      ]);
      await expect(
        claimLetter(db, await makeCitizen(db), { letterId: letter.id }, on("2026-09-21")),
      ).rejects.toMatchObject({
        key: "letters.missing",
      });
    }),
  );
});

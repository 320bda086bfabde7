import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { events, promises, reportRows, reports } from "#db/schema/index.ts";
import { nobody, readPerson } from "#domain/access/actor.ts";
import { answerLetter } from "#domain/letters/answer-letter.ts";
import { rateLetter } from "#domain/letters/rate-letter.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { contestScore, decideContest, listToDecide } from "./contests.ts";
import { countOffices } from "./count-offices.ts";
import { excludeLetter, includeLetter, listExclusions } from "./exclusions.ts";
import { addFormula, formulaOn } from "./formulas.ts";
import { freezeDue, freezeReport } from "./freeze.ts";
import { parseFormula } from "./parse-formula.ts";
import { listReports, readReport } from "./read-reports.ts";
import { scoreOf } from "./score.ts";

/** A city with one office that led three October letters: one solved, one not yet judged, one never answered. */
async function city(db: Db) {
  const region = await makeRegion(db);
  const mailboxId = (await makeMailbox(db, { officeId: (await makeOffice(db, { regionId: region.id })).id })).id;
  const office = await makeOffice(db, { regionId: region.id });
  const supervising = await makeOffice(db, { regionId: region.id, supervises: true });
  const supervisor = await makePerson(db, [{ role: "supervisor", officeId: supervising.id }]);
  const october = { mailboxId, leadOfficeId: office.id, at: on("2026-10-12") };
  const solved = await makeLetter(db, { ...october, state: "closed" });
  const late = await makeLetter(db, { ...october, state: "assigned" });
  const waiting = await makeLetter(db, { ...october, state: "assigned", at: on("2026-10-29") });
  await makeLetter(db, { ...october, state: "assigned", kind: "accusation" });
  return { region, office, supervising, supervisor, solved, late, waiting };
}

const frozen = on("2026-11-06", "00:10");
const rowOf = async (db: Db, officeId: number, version: number) => {
  const [row] = await db
    .select({ row: reportRows })
    .from(reportRows)
    .innerJoin(reports, eq(reports.id, reportRows.reportId))
    .where(and(eq(reportRows.officeId, officeId), eq(reports.version, version)));
  return row?.row;
};

describe("counting", () => {
  test(
    "takes what the period received, with cards and broken promises of the period, and no accusation",
    inRollback(async (db) => {
      const { office, late } = await city(db);
      await db.insert(promises).values({
        ...{ letterId: late.id, officeId: office.id, dueOn: "2026-10-20", state: "broken" },
        ...{ madeAt: on("2026-10-12").at, endedAt: on("2026-10-21").at },
      });
      const inOctober = await countOffices(db, "2026-10", "2026-11-05");
      expect(inOctober.get(office.id)).toMatchObject({
        ...{ received: 3, answered: 1, onTime: 1, judged: 1, solved: 1, satisfied: 1, calledBack: 0 },
        ...{ yellow: 0, red: 0, broken: 1, excluded: 0 },
      });
      // Fifteen working days from 12 October end on 2 November: yellow on the 3rd, red on the 9th. The other is yellow on the 20th.
      const counts = async (period: "2026-11" | "2026", asOf: "2026-11-08" | "2026-11-20") =>
        (await countOffices(db, period, asOf)).get(office.id);
      expect(await counts("2026-11", "2026-11-08")).toMatchObject({ received: 0, yellow: 1, red: 0 });
      expect(await counts("2026-11", "2026-11-20")).toMatchObject({ yellow: 1, red: 1 });
      expect(await counts("2026", "2026-11-20")).toMatchObject({ received: 3, broken: 1 });
    }),
  );

  test(
    "as of a day does not know what came later",
    inRollback(async (db) => {
      const { office, waiting } = await city(db);
      const handler = await makeHandler(db, office.id);
      await answerLetter(db, handler, { ...later, letterId: waiting.id }, on("2026-11-10"));
      await rateLetter(
        db,
        (await readPerson(db, waiting.authorId!))!,
        { letterId: waiting.id, solved: "no", attitude: "acceptable", speed: "acceptable" },
        on("2026-11-12"),
      );
      const on5 = await countOffices(db, "2026-10", "2026-11-05");
      expect(on5.get(office.id)).toMatchObject({ answered: 1, judged: 1, acceptable: 0 });
      const on12 = await countOffices(db, "2026-10", "2026-11-12");
      expect(on12.get(office.id)).toMatchObject({ answered: 2, judged: 2, solved: 1, acceptable: 1 });
    }),
  );
});

const later = {
  ...{ facts: "水压不足确实存在，四楼以上早晚没有水。", basis: "供水服务规范第九条。" },
  ...{ done: "加装了一台增压泵，早晚高峰已经试运行。", next: "十二月五日前复测水压，供水科 0762-000-8801。" },
  ...{ promise: "", due: "" },
};

describe("freezing", () => {
  test(
    "is done by the timetable on the fifth working day, once, for each month since the last; scores come from the counts",
    inRollback(async (db) => {
      const { office } = await city(db);
      expect(await freezeDue(db, on("2026-11-05", "23:59"))).toEqual([]);
      expect(await freezeDue(db, frozen)).toEqual(["2026-10"]);
      expect(await freezeDue(db, on("2026-11-20"))).toEqual([]);
      const report = (await readReport(db, "2026-10"))!;
      expect(report).toMatchObject({ version: 1, asOf: "2026-11-05", newest: true, formula: { version: 1 } });
      const row = report.rows.find(({ office: { slug } }) => slug === office.slug)!;
      expect(row).toMatchObject({ received: 3, judged: 1, band: null });
      expect(scoreOf(row, parseFormula(report.formula.text), report.formula)).toEqual({
        ...{ score: row.score, low: row.low, high: row.high, band: row.band },
      });
      expect((await listReports(db, "month")).reports).toMatchObject([{ period: "2026-10", version: 1 }]);
      await makeLetter(db, { at: on("2026-12-20") });
      expect(await freezeDue(db, on("2027-01-11"))).toEqual(["2026-11", "2026-12", "2026"]);
    }),
  );

  test(
    "again makes a corrected version as of the same day; nothing changes what is frozen, not even the database",
    inRollback(async (db) => {
      const { office, supervisor, late } = await city(db);
      await freezeDue(db, frozen);
      const first = await rowOf(db, office.id, 1);
      await excludeLetter(db, supervisor, { number: late.number, words: "台风停工，非单位所能。" }, on("2026-11-09"));
      const again = (words: string) => freezeReport(db, supervisor, { period: "2026-10", words }, on("2026-11-10"));
      await expect(again("")).rejects.toMatchObject({ key: "assessment.correctionWordless" });
      expect(await again("剔除台风期间的一封信。")).toMatchObject({ version: 2, asOf: "2026-11-05" });
      expect(await rowOf(db, office.id, 1)).toEqual(first);
      expect(await rowOf(db, office.id, 2)).toMatchObject({ received: 2, excluded: 1 });
      expect(await readReport(db, "2026-10", 1)).toMatchObject({ newest: false, version: 1 });
      expect((await readReport(db, "2026-10"))?.versions).toMatchObject([
        { version: 2, words: "剔除台风期间的一封信。" },
        { version: 1, words: null },
      ]);
      const change = () => db.transaction((tx) => tx.update(reportRows).set({ score: 100 }));
      await expect(change()).rejects.toMatchObject({ cause: { message: expect.stringContaining("never changes") } });
      await expect(db.transaction((tx) => tx.delete(reports))).rejects.toThrow();
    }),
  );

  test(
    "is refused to who does not supervise from the top, and before the period is over",
    inRollback(async (db) => {
      const { region, office, supervisor } = await city(db);
      const county = await makeRegion(db, region);
      const below = await makePerson(db, [
        { role: "supervisor", officeId: (await makeOffice(db, { regionId: county.id })).id },
      ]);
      const freeze = (actor: Parameters<typeof freezeReport>[1], period: "2026-10" | "2026-11") =>
        freezeReport(db, actor, { period, words: "" }, on("2026-11-10"));
      await expect(freeze(nobody, "2026-10")).rejects.toMatchObject({ key: "signInFirst" });
      for (const actor of [await makeCitizen(db), await makeOperator(db, office.id), below])
        await expect(freeze(actor, "2026-10")).rejects.toMatchObject({ key: "forbidden" });
      await expect(freeze(supervisor, "2026-11")).rejects.toMatchObject({ key: "assessment.notOver" });
      expect(await freeze(supervisor, "2026-10")).toMatchObject({ version: 1, automatic: false });
    }),
  );
});

describe("leaving a letter out", () => {
  test(
    "is listed with its reason, can be taken back, and is for supervisors above alone",
    inRollback(async (db) => {
      const { office, supervisor, solved } = await city(db);
      const exclude = (actor: typeof supervisor, number = solved.number, words = "重复来信。") =>
        excludeLetter(db, actor, { number, words }, on("2026-11-09"));
      await expect(exclude(await makeOperator(db, office.id))).rejects.toMatchObject({ key: "forbidden" });
      await expect(exclude(supervisor, "HY-2026-99999")).rejects.toMatchObject({ key: "assessment.letterMissing" });
      await expect(exclude(supervisor, solved.number, "来信人身份证 11010519491231002X")).rejects.toMatchObject({
        key: "letters.personalWords",
      });
      await exclude(supervisor);
      await expect(exclude(supervisor)).rejects.toMatchObject({ key: "assessment.excluded" });
      const [listed] = await listExclusions(db, "2026-10");
      expect(listed).toMatchObject({ number: solved.number, words: "重复来信。", lead: { slug: office.slug } });
      expect(await listExclusions(db, "2026-09")).toEqual([]);
      const include = () =>
        includeLetter(db, supervisor, { exclusionId: listed!.id, words: "核实后不算重复。" }, on("2026-11-10"));
      await include();
      await expect(include()).rejects.toMatchObject({ key: "assessment.notExcluded" });
      expect(await listExclusions(db, "2026-10")).toEqual([]);
    }),
  );

  test(
    "of an accusation is not found, as if there were none",
    inRollback(async (db) => {
      const { supervisor } = await city(db);
      const accusation = await makeLetter(db, { kind: "accusation", at: on("2026-10-12") });
      await expect(
        excludeLetter(db, supervisor, { number: accusation.number, words: "理由。" }, on("2026-11-09")),
      ).rejects.toMatchObject({ key: "assessment.letterMissing" });
    }),
  );
});

describe("contesting a score", () => {
  const words = "一封信因台风停工。";

  test(
    "is the office's, once a period; a supervisor of another office decides, in public",
    inRollback(async (db) => {
      const { office, supervisor, supervising } = await city(db);
      await freezeDue(db, frozen);
      const operator = await makeOperator(db, office.id);
      const contest = (actor: typeof operator) =>
        contestScore(db, actor, { period: "2026-10", office: office.slug, words }, on("2026-11-10"));
      await expect(contest(await makeOperator(db))).rejects.toMatchObject({ key: "forbidden" });
      await expect(contest(await makeHandler(db, office.id))).rejects.toMatchObject({ key: "forbidden" });
      await contest(operator);
      await expect(contest(operator)).rejects.toMatchObject({ key: "assessment.contested" });
      expect(await listToDecide(db, operator)).toEqual([]);
      const [raised] = await listToDecide(db, supervisor);
      expect(raised).toMatchObject({ raised: words, office: { slug: office.slug }, version: 1 });
      const decide = (actor: typeof operator) =>
        decideContest(
          db,
          actor,
          { contestId: raised!.id, outcome: "upheld", words: "情况属实，更正后重新定稿。" },
          on("2026-11-12"),
        );
      await expect(decide(operator)).rejects.toMatchObject({ key: "forbidden" });
      const own = await makePerson(db, [
        { role: "supervisor", officeId: supervising.id },
        { role: "handler", officeId: office.id },
      ]);
      await expect(decide(own)).rejects.toMatchObject({ key: "forbidden" });
      await decide(supervisor);
      await expect(decide(supervisor)).rejects.toMatchObject({ key: "assessment.decided" });
      expect((await readReport(db, "2026-10"))?.contests).toMatchObject([
        { state: "upheld", by: { slug: supervising.slug }, decided: "情况属实，更正后重新定稿。" },
      ]);
      const told = await db.select().from(events).where(eq(events.subject, "report:2026-10")).orderBy(asc(events.id));
      expect(told.map(({ what, public: isPublic }) => [what, isPublic])).toEqual([
        ["assessment.freeze", true],
        ["assessment.contest", true],
        ["assessment.upheld", true],
      ]);
    }),
  );

  test(
    "is open to the office's leader, for fifteen days, and only to an office that is in the report",
    inRollback(async (db) => {
      const { office } = await city(db);
      await freezeDue(db, frozen);
      const leader = await makeLeader(db, { officeId: office.id });
      const holder = await makeHolder(db, leader.id);
      const input = { period: "2026-10", office: office.slug, words } as const;
      await expect(contestScore(db, holder, input, on("2026-11-22"))).rejects.toMatchObject({
        key: "assessment.contestOver",
      });
      await contestScore(db, holder, input, on("2026-11-21"));
      const other = await makeOffice(db);
      await expect(
        contestScore(db, await makeOperator(db, other.id), { ...input, office: other.slug }, on("2026-11-10")),
      ).rejects.toMatchObject({ key: "assessment.notAssessed" });
      await expect(contestScore(db, holder, { ...input, period: "2026-09" }, on("2026-11-10"))).rejects.toMatchObject({
        key: "assessment.missing",
      });
    }),
  );
});

describe("a new formula", () => {
  const input = { text: "100 * solved", excellent: 95, good: 85, pass: 60, minimum: 30, validFrom: "2026-12-01" };

  test(
    "counts from its day on, keeps what is past, and is refused where it is not understood",
    inRollback(async (db) => {
      const { region, supervisor } = await city(db);
      const administrator = await makePerson(db, [{ role: "administrator", regionId: region.id }]);
      const add = (given: Partial<typeof input>, actor = administrator) =>
        addFormula(db, actor, { ...input, ...given }, on("2026-11-10"));
      await expect(add({}, supervisor)).rejects.toMatchObject({ key: "forbidden" });
      await expect(add({ text: "100 * solvd" })).rejects.toMatchObject({
        key: "assessment.formula",
        details: { at: 7, found: "solvd" },
      });
      await expect(add({ text: "100 *" })).rejects.toMatchObject({ details: { at: 6, found: "end" } });
      await expect(add({ good: 96 })).rejects.toMatchObject({ key: "assessment.bandsDisordered" });
      await expect(add({ validFrom: "2026-11-10" })).rejects.toMatchObject({ key: "assessment.validInPast" });
      expect(await add({})).toMatchObject({ version: 2, minimum: 30 });
      expect((await formulaOn(db, "2026-11-30")).version).toBe(1);
      expect((await formulaOn(db, "2026-12-01")).version).toBe(2);
    }),
  );
});

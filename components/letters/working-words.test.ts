import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { weeksOf } from "#components/letters/working-calendar.ts";
import { workingRows } from "#components/letters/working-words.ts";
import { civilDateOf } from "#domain/calendar/civil-date.ts";
import { computeClock, type Pause, type Term } from "#domain/calendar/term.ts";
import { defaultThresholds } from "#domain/calendar/working.ts";
import english from "#messages/en/calendar.json" with { type: "json" };
import chinese from "#messages/zh-CN/calendar.json" with { type: "json" };
import { calendar, instant } from "#test/on.ts";

const zh = createTranslator({ locale: "zh-CN", messages: { calendar: chinese }, namespace: "calendar" }) as never;
const en = createTranslator({ locale: "en", messages: { calendar: english }, namespace: "calendar" }) as never;

function clockFrom(startedAt: Date, rule: string, term: Term, pauses: Pause[] = []) {
  const { working, dueAt } = computeClock({
    startedAt,
    term,
    rule,
    pauses,
    roll: true,
    calendar,
    thresholds: defaultThresholds,
  });
  return { startedAt, dueAt, stoppedAt: null as Date | null, pausedAt: null as Date | null, ofOffice: true, working };
}

const fifteen: Term = { unit: "workdays", length: 15 };
const linesOf = (rows: ReturnType<typeof workingRows>) =>
  Object.fromEntries(rows.map(({ label, lines }) => [label, lines]));

describe("how a date was found, in words", () => {
  test("a letter of March 2011 without anything special", () => {
    const clock = { ...clockFrom(instant("2011-03-02"), "finish.ordinary", fifteen), stoppedAt: instant("2011-03-21") };
    expect(linesOf(workingRows(zh, clock))).toEqual({
      起点: ["3月2日（周三），当天不计"],
      期限: ["15 个工作日；条例第三十四条上限 60 日"],
      跳过: ["周末 6 天（3月5日至6日、3月12日至13日、3月19日至20日）"],
      其他: ["调休、暂停、延期、顺延：都没有"],
      到期: ["3月23日（周三） 24:00"],
      临期: ["3月18日起（第 12 个工作日，满 75%）"],
      依据: ["按平台现行规则重算"],
    });
  });

  test("a red card opens an order on a letter, and not on an answer that is owed in public", () => {
    const five: Term = { unit: "workdays", length: 5 };
    const red = (rule: string) => linesOf(workingRows(zh, clockFrom(instant("2026-03-02"), rule, five))).红牌?.join();
    expect(red("finish.inquiry")).toContain("自动督办");
    expect(red("comment.answer")).toMatch(/^\S+起$/);
  });

  test("names the festival and the day that is worked for it", () => {
    const rows = linesOf(workingRows(en, clockFrom(instant("2026-09-28"), "finish.ordinary", fifteen)));
    expect(rows.Skipped?.join()).toContain("National Day 1 to 7 October");
    expect(rows.Counted?.join()).toContain("National Day");
    expect(rows.Due).toEqual([expect.stringContaining("October, 24:00")]);
  });

  test("says that the clock stood still, and for how long", () => {
    const pause = { fromAt: instant("2026-03-04"), untilAt: instant("2026-03-06") };
    const rows = linesOf(workingRows(zh, clockFrom(instant("2026-03-02"), "finish.ordinary", fifteen, [pause])));
    expect(rows.跳过).toContain("暂停 3 天（3月4日至6日），等来信人补充");
  });

  test("says of a pause that lasts since when it lasts, not for how long", () => {
    const clock = clockFrom(instant("2026-03-02"), "finish.ordinary", fifteen);
    const rows = linesOf(workingRows(zh, { ...clock, pausedAt: instant("2026-03-10") }));
    expect(rows.其他?.[0]).toBe("3月10日起暂停计时，等来信人补充；补充以后，暂停的日子不计，到期日重新算");
    const cells = weeksOf(clock.working, { ofOffice: true, ended: null, standing: "2026-03-10", today: "2026-03-12" });
    const counted = cells.flat().filter(({ n }) => n !== null);
    expect(counted.at(-1)?.date).toBe("2026-03-09");
    const paused = cells.flat().filter(({ why }) => why === "pause");
    expect(paused.map(({ day }) => day)).toEqual(["10", "11", "12"]);
  });

  test("counts hours from the hour, without a calendar", () => {
    const clock = clockFrom(instant("2026-03-07", "22:15"), "finish.danger", { unit: "hours", length: 2 });
    const rows = linesOf(workingRows(zh, clock));
    expect(rows.起点).toEqual(["3月7日（周六） 22:15起，不分昼夜、节假日"]);
    expect(rows.到期).toEqual(["3月8日（周日） 00:15"]);
    expect(weeksOf(clock.working, { ofOffice: true, ended: null, today: "2026-03-07" })).toEqual([]);
  });
});

describe("the counted calendar", () => {
  const { working } = clockFrom(instant("2011-03-02"), "finish.ordinary", fifteen);
  const cells = weeksOf(working, { ofOffice: true, ended: "2011-03-21", today: "2011-05-16" }).flat();
  const at = (date: string) => cells.find((cell) => cell.date === date);

  test("begins on a Monday, ends on a Sunday, and leaves no day out", () => {
    expect([cells[0]?.date, cells.at(-1)?.date, cells.length]).toEqual(["2011-02-28", "2011-03-27", 28]);
    expect(cells[0]?.day).toBe("2/28");
    expect(at("2011-03-01")?.day).toBe("3/1");
  });

  test("numbers the working days and marks what happened", () => {
    expect(at("2011-03-21")).toMatchObject({ n: 13, marks: ["ended"] });
    expect(at("2011-03-23")).toMatchObject({ n: 15, marks: ["due"] });
    expect(at("2011-03-18")).toMatchObject({ n: 12, marks: ["amber"] });
    expect(at("2011-03-19")).toMatchObject({ n: null, why: "weekend" });
    expect(at("2011-03-24")).toMatchObject({ n: null, why: "outside" });
  });

  test("goes on to the day of a late answer, with the card that fell", () => {
    const late = weeksOf(working, { ofOffice: true, ended: "2011-03-31", today: "2011-05-16" }).flat();
    expect(late.find(({ date }) => date === "2011-03-31")?.marks).toContain("ended");
    expect(late.find(({ marks }) => marks.includes("red"))?.date).toBe(working.redOn);
    expect(late.some(({ marks }) => marks.includes("today"))).toBe(false);
  });

  test("boxes today while the clock runs", () => {
    const running = weeksOf(working, { ofOffice: true, ended: null, today: civilDateOf(instant("2011-03-08")) }).flat();
    expect(running.find(({ marks }) => marks.includes("today"))?.date).toBe("2011-03-08");
  });
});

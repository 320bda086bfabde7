import festivals from "chinese-days/dist/chinese-days.json" with { type: "json" };
import type { Db } from "#db/client.ts";
import { calendarDays, calendarYears } from "#db/schema/calendar.ts";

/** The years whose days were held against the State Council's notices, with the address of each notice. */
const notices: Record<number, string> = {
  2007: "http://www.gov.cn/fwxx/sh/2006-12/18/content_471877.htm",
  2008: "http://www.gov.cn/zwgk/2007-12/18/content_837184.htm",
  2009: "http://www.gov.cn/zwgk/2008-12/10/content_1174014.htm",
  2010: "http://www.gov.cn/zwgk/2009-12/08/content_1482691.htm",
  2011: "http://www.gov.cn/zwgk/2010-12/10/content_1762643.htm",
  2012: "http://www.gov.cn/zwgk/2011-12/06/content_2012097.htm",
  2013: "http://www.gov.cn/zwgk/2012-12/10/content_2286598.htm",
  2014: "http://www.gov.cn/zwgk/2013-12/11/content_2546204.htm",
  2015: "http://www.gov.cn/zhengce/content/2014-12/16/content_9302.htm",
  2016: "http://www.gov.cn/zhengce/content/2015-12/10/content_10394.htm",
  2017: "http://www.gov.cn/zhengce/content/2016-12/01/content_5141603.htm",
  2018: "http://www.gov.cn/zhengce/content/2017-11/30/content_5243579.htm",
  2019: "http://www.gov.cn/xinwen/2018-12/06/content_5346287.htm",
  2020: "http://www.gov.cn/zhengce/content/2019-11/21/content_5454164.htm",
  2021: "http://www.gov.cn/zhengce/content/2020-11/25/content_5564127.htm",
  2022: "http://www.gov.cn/zhengce/content/2021-10/25/content_5644835.htm",
  2023: "http://www.gov.cn/zhengce/content/2022-12/08/content_5730844.htm",
  2024: "https://www.gov.cn/zhengce/content/202310/content_6911527.htm",
  2025: "https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm",
  2026: "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm",
};

/** The festivals' names in full, as the notices write them. */
const fullNames: Record<string, string> = {
  清明: "清明节",
  端午: "端午节",
  中秋: "中秋节",
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: "抗战胜利纪念日",
};

type Day = typeof calendarDays.$inferInsert;

/**
 * Fills the working-day calendar, 2007-2026. A year that is already there is left as it is: an administrator may have
 * corrected it.
 */
export async function seedCalendar(db: Db): Promise<void> {
  const present = new Set((await db.select({ year: calendarYears.year }).from(calendarYears)).map(({ year }) => year));
  const years = noticedYears.filter((year) => !present.has(year));
  if (years.length === 0) return;
  // Days first: a year counts as covered only when its days are there, also if this ends half-way.
  await db.insert(calendarDays).values(exceptionsIn(years)).onConflictDoNothing();
  await db.insert(calendarYears).values(years.map(noticeOf)).onConflictDoNothing();
}

export const noticedYears = Object.keys(notices).map(Number);

/**
 * Holidays and make-up days of the years. The package's own functions are wrong west of UTC; its table is dates as text,
 * which no zone can shift.
 */
export function exceptionsIn(years: readonly number[]): Day[] {
  const days = [...daysOf("holiday", festivals.holidays), ...daysOf("makeup", festivals.workdays)];
  return days.filter(({ day }) => years.includes(Number(day.slice(0, 4))));
}

function daysOf(kind: Day["kind"], table: Record<string, string>): Day[] {
  return Object.entries(table).map(([day, entry]) => {
    // "Spring Festival,春节,4": the name in English, in Chinese, and how many days the statute gives.
    const name = entry.split(",")[1]!;
    return { day, kind, name: fullNames[name] ?? name };
  });
}

function noticeOf(year: number): typeof calendarYears.$inferInsert {
  return { year, notice: `国务院办公厅关于${year}年部分节假日安排的通知`, noticeUrl: notices[year] };
}

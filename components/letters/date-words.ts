import type { useTranslations } from "next-intl";
import { type CivilDate, partsOf } from "#domain/calendar/civil-date.ts";

/** A translator of messages/…/calendar.json: `useTranslations("calendar")` or `await getTranslations("calendar")`. */
export type CalendarWords = ReturnType<typeof useTranslations<"calendar">>;

type DayForm = "full" | "plain" | "short" | "shortWithWeekday" | "month";

/** A day on the wall calendar in words: 3月5日, 3月5日（周五）, 2011年3月5日（周六）. */
export function dayWords(t: CalendarWords, date: CivilDate, form: DayForm = "short"): string {
  const { year, month, day, weekday } = partsOf(date);
  return t(`date.${form}`, { year, day, month: t(`month.${month}` as "month.1"), weekday: t(`weekday.${weekday}`) });
}

/** 2月15日至23日; one day stays one day. */
export function stretchWords(t: CalendarWords, { from, until }: { from: CivilDate; until: CivilDate }): string {
  if (from === until) return dayWords(t, from);
  const [first, last] = [partsOf(from), partsOf(until)];
  if (first.month !== last.month) return t("date.range", { from: dayWords(t, from), until: dayWords(t, until) });
  return t("date.rangeInMonth", {
    month: t(`month.${first.month}` as "month.1"),
    from: first.day,
    until: last.day,
  });
}

/** The hour in Shanghai, 09:00, wherever the server stands. */
export function hourWords(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
}

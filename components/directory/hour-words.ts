import type { useTranslations } from "next-intl";
import { type Hours, type Stretch, sameDays } from "#domain/directory/hours.ts";

type Words = ReturnType<typeof useTranslations<"directory.day">>;
type Weekday = "1" | "2" | "3" | "4" | "5" | "6" | "7";

export interface HourLine {
  days: string;
  times: string;
}

/** When somebody answers, line by line: 周一至周五 08:30–12:00, 14:30–17:30. */
export function hourLines(t: Words, hours: Hours): HourLine[] {
  const day = (n: number) => t(String(n) as Weekday);
  const days = sameDays(hours).map(({ first, last, stretches }) => ({
    days: first === last ? day(first) : t("range", { from: day(first), until: day(last) }),
    times: timesOf(stretches),
  }));
  return [...days, { days: t("holiday"), times: hours.holiday.length > 0 ? timesOf(hours.holiday) : t("nobody") }];
}

const timesOf = (stretches: readonly Stretch[]) => stretches.map(([from, until]) => `${from}–${until}`).join("  ");

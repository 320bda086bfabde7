import { useLocale } from "next-intl";
import { isMonth, type Period } from "#domain/assessment/period.ts";

/** 2026年10月, October 2026; 2026年, 2026. */
export function usePeriodWords(): (period: Period) => string {
  const language = useLocale();
  return (period) => {
    const day = new Date(`${isMonth(period) ? `${period}-01` : `${period}-01-01`}T00:00:00Z`);
    const shape = isMonth(period) ? ({ year: "numeric", month: "long" } as const) : ({ year: "numeric" } as const);
    return new Intl.DateTimeFormat(language, { ...shape, timeZone: "UTC" }).format(day);
  };
}

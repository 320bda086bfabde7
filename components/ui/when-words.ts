import type { Language } from "#components/ui/address.ts";

export interface Moment {
  /** An instant; shown in the city's own time, Asia/Shanghai, wherever the server or the reader is. */
  at?: Date | string;
  /** A civil date, `2011-03-01`: it has no clock and no zone. */
  on?: string;
  /** Leave the hour away though it is known. */
  dayOnly?: boolean;
  /** Leave the year away, where the page has said it. */
  short?: boolean;
  /** Says 昨天, 3天后 in the brackets. */
  now?: Date | string;
}

const zone = "Asia/Shanghai";
const day = 86_400_000;
const spaced = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone,
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const weekdays = {
  "zh-CN": new Intl.DateTimeFormat("zh-CN", { timeZone: "UTC", weekday: "short" }),
  en: new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "short" }),
};
const months = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "short" });
const distances = {
  "zh-CN": new Intl.RelativeTimeFormat("zh-CN", { numeric: "auto" }),
  en: new Intl.RelativeTimeFormat("en", { numeric: "auto" }),
};

/** The civil date and the hour in Shanghai; the date as midnight UTC, with which one can count days. */
function civil({ at, on }: Pick<Moment, "at" | "on">): { date: Date; clock: string | null } {
  if (on !== undefined) return { date: new Date(`${on}T00:00:00Z`), clock: null };
  const part = Object.fromEntries(spaced.formatToParts(new Date(at!)).map(({ type, value }) => [type, value]));
  return {
    date: new Date(Date.UTC(Number(part.year), Number(part.month) - 1, Number(part.day))),
    clock: `${part.hour}:${part.minute}`,
  };
}

/** What stands in `<time datetime>`. */
export function machineWords({ at, on }: Moment): string {
  return on ?? new Date(at!).toISOString();
}

/** 2011年3月1日（周二，昨天）10:30 — Tue 1 Mar 2011, 10:30 (yesterday). */
export function whenWords(moment: Moment, language: Language): string {
  const { date, clock } = civil(moment);
  const relative = moment.now === undefined ? null : distance(date, civil({ at: moment.now }).date, language);
  const hour = moment.dayOnly ? null : clock;
  return language === "en" ? english(date, hour, relative, moment.short) : chinese(date, hour, relative, moment.short);
}

function chinese(date: Date, hour: string | null, relative: string | null, short?: boolean): string {
  const year = short ? "" : `${date.getUTCFullYear()}年`;
  const brackets = [weekdays["zh-CN"].format(date), relative].filter(Boolean).join("，");
  return `${year}${date.getUTCMonth() + 1}月${date.getUTCDate()}日（${brackets}）${hour ?? ""}`;
}

function english(date: Date, hour: string | null, relative: string | null, short?: boolean): string {
  const words = [weekdays.en.format(date), date.getUTCDate(), months.format(date), short ? "" : date.getUTCFullYear()];
  return `${words.filter(Boolean).join(" ")}${hour ? `, ${hour}` : ""}${relative ? ` (${relative})` : ""}`;
}

/** Whole civil days, so that 23:59 yesterday is 昨天 at 0:01; from two months on in months. */
function distance(date: Date, today: Date, language: Language): string {
  const days = Math.round((date.getTime() - today.getTime()) / day);
  if (Math.abs(days) < 60) return distances[language].format(days, "day");
  if (Math.abs(days) < 730) return distances[language].format(Math.trunc(days / 30.44), "month");
  return distances[language].format(Math.trunc(days / 365.25), "year");
}

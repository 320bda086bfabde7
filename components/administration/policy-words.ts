import type { useTranslations } from "next-intl";
import { type CalendarWords, dayWords } from "#components/letters/date-words.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Term, Thresholds } from "#domain/calendar/term.ts";
import { thresholdRanges } from "#domain/policies/limits.ts";
import type { ListedPolicy } from "#domain/policies/list-policies.ts";

export type PolicyWords = ReturnType<typeof useTranslations<"policies">>;

export const thresholdNames = Object.keys(thresholdRanges) as (keyof Thresholds)[];

/** accept → names.accept; a point in a policy's name would be a step down in the messages. */
export const wordOf = (name: ListedPolicy["name"]) => name.replaceAll(".", "_") as "accept";

/** A value as it is read: 15 个工作日, 30 天, 开. */
export function valueLines(
  t: PolicyWords,
  calendar: CalendarWords,
  { shape, name }: Pick<ListedPolicy, "shape" | "name">,
  value: unknown,
): string[] {
  switch (shape) {
    case "term": {
      const { unit, length } = value as Term;
      return [calendar(`term.${unit}`, { n: length })];
    }
    case "number":
      return [t(`units.${unitOf(name)}`, { n: value as number })];
    case "switch":
      return [t(value ? "yes" : "no")];
    case "date":
      return [dayWords(calendar, value as CivilDate, "full")];
    case "thresholds":
      return thresholdNames.map((one) => `${t(`thresholds.${one}`)} ${(value as Thresholds)[one]}`);
  }
}

/** What a bare number counts. */
export function unitOf(name: ListedPolicy["name"]): "days" | "hours" | "months" | "votes" | "comments" | "people" {
  if (name === "rate.device") return "hours";
  if (name === "flags.first") return "people";
  if (name.startsWith("comments.") || name === "trust.comments") return "comments";
  if (name === "trust.supports") return "votes";
  if (name === "comment.owes" || name === "session.debt") return "votes";
  return name === "retention.months" ? "months" : "days";
}

import type { useTranslations } from "next-intl";
import type { Light } from "#domain/calendar/light.ts";
import type { Span } from "#domain/calendar/time-left.ts";

/** A translator of messages/…/calendar.json: `useTranslations("calendar")` or `await getTranslations("calendar")`. */
type Translate = ReturnType<typeof useTranslations<"calendar">>;

interface Told {
  /** The clock: how it ended is said in its own word, 按期受理, 按期答复. */
  what?: string;
  /** The year whose holidays are not imported yet: 预计（2027 日历未导入）. */
  year?: number;
}

/** A light in words, as `<Lamp>` draws them: the state in bold, how long in plain. */
export function lampWords(t: Translate, light: Light, { what, year }: Told = {}): { words: string; detail?: string } {
  const { lamp, left, late, dueToday } = light;
  switch (lamp) {
    case "green":
    case "amber":
      return { words: t(`lamp.${lamp}`), detail: dueToday ? t("dueToday") : span(t, "left", left) };
    case "red":
      return { words: span(t, "late", late) ?? t("lamp.red") };
    case "paused":
      return { words: t("lamp.paused"), detail: t("pausedFor") };
    case "provisional":
      return {
        words: year ? t("provisionalFor", { year: String(year) }) : t("lamp.provisional"),
        detail: span(t, "provisionalLate", late) ?? span(t, "left", left),
      };
    case "met":
    case "missed":
      return { words: ended(t, lamp, span(t, "late", late), what) };
  }
}

/** Clocks whose end has a word of its own. */
const named = ["accept", "finish", "respond", "promise"] as const;

function ended(t: Translate, lamp: "met" | "missed", late: string | undefined, what?: string): string {
  const own = named.find((one) => one === what);
  if (lamp === "met") return own ? t(`ended.${own}.met`) : t("lamp.met");
  if (own === "promise") return t("ended.promise.missed");
  return own && late ? t(`ended.${own}.missed`, { late }) : (late ?? t("lamp.missed"));
}

/** 还剩 4 个工作日. A provisional date is late by days only: its hours are never provisional. */
function span(t: Translate, key: "left" | "late" | "provisionalLate", span: Span | null): string | undefined {
  return span ? t(`${key}.${span.unit}`, { n: span.n }) : undefined;
}

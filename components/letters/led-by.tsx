import { useLocale, useTranslations } from "next-intl";
import { dayWords } from "#components/letters/date-words.ts";
import { titled } from "#components/people/named.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { LedCase } from "#domain/led-cases/read-led-cases.ts";

/** 一周一督查, in the words that are used for it where there are some. */
export function useRhythm(everyDays: number): string {
  const t = useTranslations("leading");
  return t("rhythm", { days: String(everyDays) });
}

/** 市长带案，一周一督查，下次 3月9日: under whose turn it is, since it is said to everybody, also when the day went by. */
export function LedBy({ led, today }: { led: LedCase; today: CivilDate }) {
  const t = useTranslations("leading");
  const calendar = useTranslations("calendar");
  const language = useLocale();
  return (
    <p className="flex items-start gap-2 border-x border-b border-rule-strong bg-card px-4 py-2 sm:px-5">
      <Icon of="flag" className="mt-1.5 text-brand" />
      <span>
        {t.rich(led.nextOn < today ? "ledByLate" : "ledBy", {
          leader: titled(language, led.leader),
          rhythm: useRhythm(led.everyDays),
          date: dayWords(calendar, led.nextOn, "shortWithWeekday"),
          b: (words) => <b>{words}</b>,
        })}{" "}
        {led.looks > 0 && <span className="text-ink-2">{t("looks", { n: led.looks })}</span>}
      </span>
    </p>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { dayWords } from "#components/letters/date-words.ts";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { named } from "#components/people/named.ts";
import { classes } from "#components/ui/classes.ts";
import { civilDateOf } from "#domain/calendar/civil-date.ts";
import type { ShownPromise } from "#domain/letters/read-promises.ts";

/** What the offices promised and by when, each with its own lamp; a broken promise stays where it was. */
export function Promises({ promises, narrow }: { promises: readonly ShownPromise[]; narrow?: boolean }) {
  return (
    <ul className="border border-t-0 border-rule bg-card">
      {promises.map((promise) => (
        <li
          key={promise.id}
          className={classes(
            "grid gap-x-5 gap-y-1 border-rule px-4 py-3 not-first:border-t",
            !narrow && "sm:grid-cols-[1fr_auto] sm:px-5",
          )}
        >
          <One promise={promise} />
        </li>
      ))}
    </ul>
  );
}

function One({ promise: { words, dueOn, office, madeAt, state, endedAt, done, light } }: { promise: ShownPromise }) {
  const t = useTranslations("handling.promises");
  const calendar = useTranslations("calendar");
  const language = useLocale();
  const day = (at: Date) => dayWords(calendar, civilDateOf(at), "shortWithWeekday");
  return (
    <>
      <div className="min-w-0">
        <p className="font-song leading-[1.8] whitespace-pre-line">{words ?? t("gone")}</p>
        <p className="text-sm text-ink-2">
          {t("made", { office: named(language, office), made: day(madeAt), due: dayWords(calendar, dueOn, "plain") })}
        </p>
        {state === "kept" && endedAt && (
          <p className="mt-1 border-s-[3px] border-ok ps-3">
            <span className="block text-sm text-ink-2">{t("kept", { date: day(endedAt) })}</span>
            {done && <span className="font-song whitespace-pre-line">{done}</span>}
          </p>
        )}
        {state === "broken" && <p className="mt-1 border-s-[3px] border-danger ps-3 text-sm">{t("broken")}</p>}
      </div>
      {light && (
        <p className="self-start">
          <LightLamp light={light} what="promise" size="s" />
        </p>
      )}
    </>
  );
}

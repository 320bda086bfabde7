import { useTranslations } from "next-intl";
import { CardMark } from "#components/letters/card-mark.tsx";
import { ClockWorking } from "#components/letters/clock-working.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";

type ShownClock = LetterForPerson["clocks"][number];

/** Every clock of the letter: the one that presses first, what its light will do next, and how each date was found. */
export function ClockRail({ clocks, today }: { clocks: readonly ShownClock[]; today: CivilDate }) {
  const t = useTranslations("desk-letter.clock");
  if (clocks.length === 0) return null;
  const pressing = clocks.findLast(({ light, stoppedAt }) => light && !stoppedAt);
  const rest = clocks.filter((clock) => clock !== pressing);
  return (
    <section id="clock" aria-label={t("title")} className="border border-t-[3px] border-rule border-t-brand bg-card">
      {pressing?.light && (
        <div className="px-4 pt-3">
          <LightLamp light={pressing.light} what={pressing.what} size="big" />
          <NextChanges clock={pressing} today={today} />
          <Explained clock={pressing} today={today} open />
        </div>
      )}
      <ul className="px-4">
        {rest.map((clock) => (
          <li
            key={`${clock.what} ${clock.aboutId} ${clock.startedAt.getTime()}`}
            className="border-t border-rule py-2 first:border-t-0"
          >
            <OtherClock clock={clock} today={today} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The dates on which it turns amber and the cards fall, as far as they are still to come. */
function NextChanges({ clock: { working, pausedAt }, today }: { clock: ShownClock; today: CivilDate }) {
  const t = useTranslations("desk-letter.clock");
  const calendar = useTranslations("calendar");
  if (pausedAt) return <p className="mt-1 text-sm text-ink-2">{t("standsStill")}</p>;
  const changes = [
    { on: working.amberOn, words: t("amber") },
    { on: working.yellowOn, words: <CardMark card="yellow" words={calendar("card.yellow")} /> },
    { on: working.redOn, words: <CardMark card="red" words={calendar("card.red")} /> },
  ].filter(({ on }) => on > today);
  if (changes.length === 0) return null;
  return (
    <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 text-sm">
      {changes.map(({ on, words }) => (
        <div key={on} className="col-span-full grid grid-cols-subgrid">
          <dt className="font-normal text-ink-2">{dayWords(calendar, on, "shortWithWeekday")}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function OtherClock({ clock, today }: { clock: ShownClock; today: CivilDate }) {
  const t = useTranslations("desk-letter.clock");
  const names = useTranslations("letters.clocks");
  const calendar = useTranslations("calendar");
  const until = dayWords(calendar, clock.working.dueOn, "shortWithWeekday");
  return (
    <>
      <p className="flex flex-wrap items-center justify-between gap-x-3 text-sm">
        <b>{names(clock.what)}</b>
        {clock.light ? (
          <LightLamp light={clock.light} what={clock.what} size="s" />
        ) : (
          <span className="text-ink-2">
            {t(clock.what === "object" ? "mayUntil" : clock.stoppedAt ? "writerDone" : "writerUntil", { date: until })}
          </span>
        )}
      </p>
      <Explained clock={clock} today={today} />
    </>
  );
}

/** In a narrow column the counted calendar stands below the list, not beside it. */
function Explained({ clock, today, open }: { clock: ShownClock; today: CivilDate; open?: boolean }) {
  const calendar = useTranslations("calendar.working");
  const names = useTranslations("letters.clocks");
  const { startedAt, dueAt, stoppedAt, working } = clock;
  return (
    <Disclosure summary={calendar("open")} open={open} className="text-sm">
      <div className="-mx-4 [&>div>div.grid]:grid-cols-1!">
        <ClockWorking
          clock={{ startedAt, dueAt, stoppedAt, working, ofOffice: clock.light !== null }}
          today={today}
          endedWords={names(clock.what)}
        />
      </div>
    </Disclosure>
  );
}

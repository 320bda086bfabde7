import { useLocale, useTranslations } from "next-intl";
import { BriefLamp } from "#components/letters/brief-words.tsx";
import { ClockWorking } from "#components/letters/clock-working.tsx";
import { type CalendarWords, dayWords, hourWords } from "#components/letters/date-words.ts";
import { named } from "#components/people/named.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { KnownLetter, ShownClock } from "#domain/letters/read-public-letter.ts";

interface ClockListProps {
  clocks: readonly ShownClock[];
  state: KnownLetter["state"];
  today: CivilDate;
}

/** Every clock of a letter with its light; each opens to show how its date was found. */
export function ClockList({ clocks, state, today }: ClockListProps) {
  return (
    <ul className="border border-t-0 border-rule bg-card">
      {clocks.map((clock, place) => (
        <li key={`${clock.what} ${clock.startedAt.toISOString()}`} className="border-rule not-first:border-t">
          <details className="group" name="clocks" open={isOpened(clocks, place)}>
            <summary>
              <ClockRow
                clock={clock}
                state={isLastOfOffice(clocks, place) ? state : undefined}
                again={clocks.slice(0, place).some(({ what }) => what === clock.what)}
              />
            </summary>
            <Working clock={clock} today={today} />
          </details>
        </li>
      ))}
    </ul>
  );
}

/** The clock that a refusal or a withdrawal stopped; those before it ended in their own way. */
function isLastOfOffice(clocks: readonly ShownClock[], place: number): boolean {
  return place === clocks.findLastIndex(({ light }) => light);
}

/** The one that runs, else the last that an office owned: what most readers come for. */
function isOpened(clocks: readonly ShownClock[], place: number): boolean {
  const running = clocks.findLastIndex(({ light, stoppedAt }) => light && !stoppedAt);
  return place === (running >= 0 ? running : clocks.findLastIndex(({ light }) => light));
}

function Working({ clock, today }: { clock: ShownClock; today: CivilDate }) {
  const t = useTranslations("letter-page.clock.ended");
  const explained = { ...clock, ofOffice: clock.light !== null };
  return <ClockWorking clock={explained} today={today} endedWords={t(clock.what)} />;
}

interface ClockRowProps {
  clock: ShownClock;
  state: KnownLetter["state"] | undefined;
  again: boolean;
}

function ClockRow({ clock, state, again }: ClockRowProps) {
  const t = useTranslations("letter-page.clock");
  const names = useTranslations("letters.clocks");
  const calendar = useTranslations("calendar");
  const language = useLocale();
  return (
    <span className="grid items-center gap-x-4 gap-y-0.5 px-4 py-2.5 text-[1rem] leading-normal sm:grid-cols-[6rem_minmax(12.5rem,1fr)_auto]">
      <b>
        {names(clock.what)}
        {again && clock.what === "finish" && <small className="block font-normal text-ink-2">{t("round")}</small>}
      </b>
      <span>
        {limitWords(t, calendar, clock)}
        <span className="block text-sm text-ink-2">{clock.office ? named(language, clock.office) : t("writer")}</span>
      </span>
      <span className="flex flex-wrap items-center gap-x-3.5 sm:justify-end">
        <State clock={clock} state={state} />
        <span className="inline-flex min-h-7 items-center gap-1 text-sm whitespace-nowrap text-link underline decoration-1 underline-offset-4">
          {calendar("working.open")}
          <Icon of="chevron-down" className="group-open:rotate-180" />
        </span>
      </span>
    </span>
  );
}

type ClockWords = ReturnType<typeof useTranslations<"letter-page.clock">>;

function limitWords(t: ClockWords, calendar: CalendarWords, { working, dueAt }: ShownClock): string {
  const date = dayWords(calendar, working.dueOn);
  if (working.rule === "instruction") return t("named", { date });
  const term = calendar(`term.${working.term.unit}`, { n: working.term.length });
  return working.term.unit === "hours"
    ? t("limitHours", { term, date, time: hourWords(dueAt) })
    : t("limit", { term, date });
}

/** The writer's own clocks, and a right, have a word and no light. */
function State({ clock, state }: Omit<ClockRowProps, "again">) {
  const t = useTranslations("letter-page.clock");
  if (state === "withdrawn") return <span className="text-sm text-ink-2">{t("withdrawn")}</span>;
  if (clock.light) return <BriefLamp light={clock.light} state={state} />;
  if (clock.what === "object") return <span className="text-sm text-ink-2">{t("running.object")}</span>;
  const what = clock.what as "supply" | "judging";
  const ended = clock.stoppedAt && (clock.stoppedAt < clock.dueAt ? "stopped" : "lapsed");
  return <span className="text-sm text-ink-2">{t(`${ended ?? "running"}.${what}`)}</span>;
}

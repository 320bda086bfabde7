import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayWords, hourWords } from "#components/letters/date-words.ts";
import { EntryBody, useActor } from "#components/letters/timeline-entry.tsx";
import { named } from "#components/people/named.ts";
import { classes } from "#components/ui/classes.ts";
import { Tag } from "#components/ui/tag.tsx";
import { type CivilDate, civilDateOf, partsOf } from "#domain/calendar/civil-date.ts";
import type { OpenLetter } from "#domain/letters/read-public-letter.ts";
import type { TimelineEntry } from "#domain/letters/timeline.ts";
import type { Turn } from "#domain/letters/times.ts";

interface TimelineProps {
  entries: TimelineEntry[];
  letter: Pick<OpenLetter, "kind" | "via"> & { commentHref: string | null };
  turn: Turn | null;
}

/** 经过: each step with who and when; it ends in an open dot, which says what comes next and from whom. */
export function Timeline({ entries, letter, turn }: TimelineProps) {
  const answers = entries.filter(({ what }) => what === "answer");
  return (
    <ol className="pt-3">
      {entries.map((entry, place) => (
        <Line
          key={entry.eventId}
          date={civilDateOf(entry.at)}
          newYear={place > 0 && yearOf(entry) !== yearOf(entries[place - 1]!)}
          hour={hourWords(entry.at)}
          approx={entry.approx}
        >
          <Head entry={entry} />
          <EntryBody entry={entry} letter={letter} answerNo={answers.indexOf(entry) + 1} />
        </Line>
      ))}
      {turn && <Coming turn={turn} />}
    </ol>
  );
}

const yearOf = ({ at }: TimelineEntry) => partsOf(civilDateOf(at)).year;

interface LineProps {
  date: CivilDate;
  /** The year is said where it changes. */
  newYear?: boolean;
  hour?: string;
  approx?: boolean;
  open?: boolean;
  children: ReactNode;
}

/** On a phone the date stands above its step, beside the dot. */
function Line({ date, newYear, hour, approx, open, children }: LineProps) {
  const t = useTranslations("calendar");
  const when = useTranslations("ui.when");
  const { weekday } = partsOf(date);
  const small = [t(`weekday.${weekday}`), hour].filter(Boolean).join(" ");
  return (
    <li className="group relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 pb-4 sm:grid-cols-[8rem_1.25rem_minmax(0,1fr)]">
      <p className="col-start-2 row-start-1 text-sm leading-normal text-ink-2 sm:col-start-1 sm:text-end">
        <time dateTime={date} className="sm:block">
          <b className="text-[1rem] text-ink">{dayWords(t, date, newYear ? "plain" : "short")}</b>
        </time>{" "}
        {approx ? when("approx", { when: small }) : small}
      </p>
      <span aria-hidden="true" className="relative col-start-1 row-span-2 row-start-1 sm:col-start-2 sm:row-span-1">
        <span
          className={classes(
            "absolute start-1 top-1.5 size-3 rounded-full border-2",
            open ? "border-ink-2 bg-paper" : "border-brand bg-brand",
          )}
        />
        <span className="absolute start-[.59rem] top-5.5 -bottom-5.5 border-s border-control group-last:hidden" />
      </span>
      <div className="col-start-2 min-w-0 sm:col-start-3">{children}</div>
    </li>
  );
}

function Head({ entry }: { entry: TimelineEntry }) {
  const t = useTranslations("timeline");
  const page = useTranslations("letter-page.course");
  const who = useActor(entry);
  return (
    <h3 className="text-base leading-normal">
      {t(entry.what as "send")} <span className="font-normal">{who}</span>{" "}
      {entry.what === "instruct" && <Tag>{page("self")}</Tag>}
    </h3>
  );
}

function Coming({ turn }: { turn: Turn }) {
  const t = useTranslations("letter-page.course");
  const language = useLocale();
  return (
    <Line date={turn.dueOn} open>
      <h3 className="text-base leading-normal">
        {t("next")} <span className="font-normal">{turn.office ? named(language, turn.office) : t("by.author")}</span>
      </h3>
      <p className="leading-relaxed text-pretty">{t(`coming.${turn.what}`)}</p>
    </Line>
  );
}

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayWords } from "#components/letters/date-words.ts";
import { lampWords } from "#components/letters/lamp-words.ts";
import type { LetterCourse } from "#components/letters/letter-course.ts";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { named } from "#components/people/named.ts";
import { Icon } from "#components/ui/icon.tsx";
import { civilDateOf } from "#domain/calendar/civil-date.ts";
import { solvedAnswers } from "#domain/letters/input.ts";
import type { RoundVerdict } from "#domain/letters/verdicts.ts";

/** Double truth on closing: what the office says beside what the writer says, each round on record. */
export function Ratings({ letter }: { letter: LetterCourse }) {
  const answers = letter.timeline.filter(({ what }) => what === "answer");
  return (
    <div className="border border-t-0 border-rule bg-card">
      {answers.map((answer, place) => (
        <div key={answer.eventId} className="grid border-rule not-first:border-t sm:grid-cols-2">
          <OfficeSays letter={letter} round={place + 1} answer={answer} />
          <WriterSays letter={letter} round={place + 1} />
          <Response letter={letter} round={place + 1} />
        </div>
      ))}
      {letter.callBack && <CallBackSays callBack={letter.callBack} />}
    </div>
  );
}

interface SideProps {
  title: string;
  verdict: ReactNode;
  rows?: [string, ReactNode][];
  note?: string;
}

function Side({ title, verdict, rows = [], note }: SideProps) {
  return (
    <div className="border-rule px-4 pt-3 pb-4 not-first:border-t sm:px-5 sm:not-first:border-s sm:not-first:border-t-0">
      <h3 className="text-[1rem] font-normal text-ink-2">{title}</h3>
      <p className="flex items-center gap-2 text-xl font-semibold">{verdict}</p>
      <dl className="mt-1 text-[1rem] leading-relaxed">
        {rows.map(([term, words]) => (
          <div key={term} className="flex gap-4">
            <dt className="min-w-10 font-normal whitespace-nowrap text-ink-2">{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {note && <p className="text-[1rem] leading-relaxed text-ink-2">{note}</p>}
    </div>
  );
}

interface OfficeProps {
  letter: LetterCourse;
  round: number;
  answer: LetterCourse["timeline"][number];
}

function OfficeSays({ letter, round, answer }: OfficeProps) {
  const t = useTranslations("letter-page.rating");
  const words = useTranslations("letters.solved");
  const calendar = useTranslations("calendar");
  const clock = letter.clocks.filter(({ what }) => what === "finish")[round - 1];
  const rows: [string, ReactNode][] = [[t("on"), dayWords(calendar, civilDateOf(answer.at), "shortWithWeekday")]];
  if (clock?.light) rows.push([t("inTime"), lampWords(calendar, clock.light, { what: "finish" }).words]);
  const said = solvedAnswers.find((one) => one === answer.counts.solved);
  return (
    <Side title={t("office")} verdict={said ? <Said solved={said} words={words(said)} /> : t("answered")} rows={rows} />
  );
}

function WriterSays({ letter, round }: { letter: LetterCourse; round: number }) {
  const t = useTranslations("letter-page.rating");
  const calendar = useTranslations("calendar");
  const verdict = letter.verdicts.find((one) => one.round === round);
  if (verdict) return <Verdict verdict={verdict} reopened={sentBack(letter, round)} />;
  const judging = letter.turn?.what === "judging" ? letter.turn : null;
  if (judging) {
    const until = t("until", { date: dayWords(calendar, judging.dueOn) });
    return <Side title={t("writer")} verdict={t("waiting")} note={until} />;
  }
  return <Side title={t("writer")} verdict={t("unrated")} note={t("unratedWhy")} />;
}

/** What the lead office said to a bad rating, or until when it has to; late is late. */
function Response({ letter, round }: { letter: LetterCourse; round: number }) {
  const t = useTranslations("handling.response");
  const calendar = useTranslations("calendar");
  const said = letter.timeline.find(({ what, counts }) => what === "respondRating" && counts.round === round);
  const clock = round === letter.round ? letter.clocks.findLast(({ what }) => what === "respond") : undefined;
  if (!said && !clock) return null;
  return (
    <div className="border-t border-rule px-4 pt-3 pb-4 sm:col-span-2 sm:px-5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-5">
        <b>{t("title")}</b>
        {clock?.light && <LightLamp light={clock.light} what="respond" size="s" />}
      </p>
      {said ? (
        <>
          <p className="font-song leading-[1.8] whitespace-pre-line">{said.words ?? t("gone")}</p>
          <p className="text-sm text-ink-2">{dayWords(calendar, civilDateOf(said.at), "shortWithWeekday")}</p>
        </>
      ) : (
        <p className="text-ink-2">
          {t(clock!.stoppedAt ? "none" : "until", { date: dayWords(calendar, clock!.working.dueOn) })}
        </p>
      )}
    </div>
  );
}

/** What the writer said on the telephone stands apart from what they wrote. */
function CallBackSays({ callBack }: { callBack: NonNullable<LetterCourse["callBack"]> }) {
  const t = useTranslations("call-backs.letter");
  const rating = useTranslations("letter-page.rating");
  const words = useTranslations("letters");
  const calendar = useTranslations("calendar");
  const { solved, attitude, speed, office, at } = callBack;
  return (
    <div className="border-t border-rule">
      <Side
        title={t("title")}
        verdict={<Said solved={solved} words={words(`solved.${solved}`)} />}
        rows={[
          [rating("attitude"), words(`grades.${attitude}`)],
          [rating("speed"), words(`grades.${speed}`)],
        ]}
        note={`${named(useLocale(), office)} · ${t("by", { date: dayWords(calendar, civilDateOf(at)) })}`}
      />
    </div>
  );
}

/** The writer sent it back with this verdict; a superior office may have done so instead. */
const sentBack = ({ timeline }: LetterCourse, round: number) =>
  timeline.some(({ what, counts }) => what === "reopen" && counts.round === round);

const marks = { yes: "check", partly: "minus", no: "x" } as const;

function Said({ solved, words }: { solved: RoundVerdict["solved"]; words: string }) {
  return (
    <>
      <Icon of={marks[solved]} />
      {words}
    </>
  );
}

function Verdict({ verdict, reopened }: { verdict: RoundVerdict; reopened: boolean }) {
  const t = useTranslations("letter-page.rating");
  const words = useTranslations("letters");
  const rows: [string, ReactNode][] = [
    [t("attitude"), words(`grades.${verdict.attitude}`)],
    [t("speed"), words(`grades.${verdict.speed}`)],
  ];
  if (verdict.words)
    rows.push([
      t("words"),
      <span key="words" className="font-song">
        {verdict.words}
      </span>,
    ]);
  return (
    <Side
      title={t("writer")}
      verdict={<Said solved={verdict.solved} words={words(`solved.${verdict.solved}`)} />}
      rows={rows}
      note={reopened ? t("reopened") : verdict.late ? t("late") : undefined}
    />
  );
}

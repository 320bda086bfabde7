import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayWords } from "#components/letters/date-words.ts";
import { useRecount } from "#components/letters/timeline-entry.tsx";
import { named, titled } from "#components/people/named.ts";
import { classes } from "#components/ui/classes.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { When } from "#components/ui/when.tsx";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import { answerParts } from "#domain/letters/input.ts";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";

type Entry = LetterForPerson["timeline"][number];

/** Who looked and who took it up is kept apart: it is many lines, and none of them is a step. */
const readings: readonly Entry["what"][] = ["opened", "readContact", "claim", "unclaim"];

interface RecordProps {
  letter: LetterForPerson;
  next: ReactNode;
  /** Under words that everybody can read, for whoever may take them off the web. */
  hide: ((entry: Entry) => ReactNode) | null;
}

/** Everything that happened, the latest first, what comes next on top. */
export function Record({ letter, next, hide }: RecordProps) {
  const t = useTranslations("desk-letter.record");
  const steps = letter.timeline.filter(({ what }) => !readings.includes(what)).toReversed();
  const looked = letter.timeline.filter(({ what }) => readings.includes(what)).toReversed();
  return (
    <section id="log">
      <h2 className="border-b-2 border-brand pb-1 text-lg">{t("title")}</h2>
      <ol>
        {next && (
          <li className="border-b border-rule py-2 text-sm text-brand">
            <b>{t("next")}</b> {next}
          </li>
        )}
        {steps.map((entry) => (
          <Line key={entry.eventId} entry={entry} letter={letter} hide={hide} />
        ))}
      </ol>
      {looked.length > 0 && (
        <Disclosure summary={t("readings", { n: looked.length })} className="text-sm">
          <ol>
            {looked.map((entry) => (
              <Line key={entry.eventId} entry={entry} letter={letter} hide={null} />
            ))}
          </ol>
        </Disclosure>
      )}
    </section>
  );
}

function Line({ entry, letter, hide }: Omit<RecordProps, "next"> & { entry: Entry }) {
  const t = useTranslations("desk-letter.record");
  return (
    <li className="grid gap-x-3 border-b border-rule py-2 text-sm sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <p className="text-ink-2">
        <When at={entry.at} approx={entry.approx} short />
      </p>
      <div className="min-w-0">
        <p>
          <b>
            <Who entry={entry} letter={letter} />
          </b>{" "}
          <What entry={entry} />
        </p>
        <Facts entry={entry} />
        {entry.wordsHidden && <p className="text-ink-2">{t("wordsGone")}</p>}
        {(entry.words ?? entry.answer) && <Words entry={entry} />}
        {entry.hidden && !entry.wordsHidden && <p className="text-ink-2">{t("offTheWeb")}</p>}
        {entry.public && !entry.hidden && (entry.words ?? entry.answer) && hide?.(entry)}
      </div>
    </li>
  );
}

const authors = ["author", "citizen"];

function Who({ entry, letter }: { entry: Entry; letter: LetterForPerson }) {
  const t = useTranslations("desk-letter.record");
  const language = useLocale();
  if (entry.leader) return titled(language, entry.leader);
  if (entry.office) return named(language, entry.office);
  if (authors.includes(entry.role ?? "")) return letter.nickname ?? t("writer");
  return t(entry.role === "clock" ? "clock" : "staff");
}

function What({ entry }: { entry: Entry }) {
  const t = useTranslations("timeline");
  const own = useTranslations("desk-letter.record");
  const { what } = entry;
  return what === "opened" || what === "readContact" ? own(what) : t(what);
}

/** Whose date a step set. */
const dues: Partial<Record<Entry["what"], "accept" | "answer" | "supply" | "judge" | "promise">> = {
  send: "accept",
  convert: "accept",
  accept: "answer",
  assign: "answer",
  supply: "answer",
  instruct: "answer",
  reopen: "answer",
  ask: "supply",
  answer: "judge",
  grant: "answer",
  promise: "promise",
};

/** What a step set, in one line: kind and term, offices, date, reason. */
function Facts({ entry: { what, counts, lead, assisting } }: { entry: Entry }) {
  const t = useTranslations("timeline");
  const words = useTranslations("letters");
  const orders = useTranslations("orders");
  const own = useTranslations("desk-letter.record");
  const calendar = useTranslations("calendar");
  const language = useLocale();
  const recount = useRecount();
  const code = String(counts.code ?? "");
  const facts = [
    what === "accept" && counts.kind && words(`kinds.${counts.kind}` as "kinds.help"),
    what === "accept" && counts.term && words(`terms.${counts.term}` as "terms.hard"),
    lead && t("lead", { office: named(language, lead) }),
    assisting.length > 0 &&
      t("assisting", { offices: assisting.map((one) => named(language, one)).join(calendar("list")) }),
    what === "order" && orders(`levels.${counts.level}` as "levels.order"),
    what === "order" && orders(`channels.${counts.channel ?? "automatic"}` as "channels.phone"),
    counts.hop && t("hop", { n: Number(counts.hop) }),
    what === "refuse" && code && words(`refusalCodes.${code}` as "refusalCodes.duplicate"),
    counts.days && own("days", { n: Number(counts.days) }),
    what === "hide" && code && words(`hidingCodes.${code}` as "hidingCodes.minor"),
    what === "recount" && recount(counts),
    what !== "recount" &&
      counts.due &&
      own(`due.${dues[what] ?? "other"}`, {
        date: dayWords(calendar, String(counts.due) as CivilDate, "shortWithWeekday"),
      }),
  ].filter(Boolean);
  return facts.length > 0 ? <p className="text-ink-2">{facts.join(" · ")}</p> : null;
}

/** Dashed and locked is what never leaves the offices; in Song what was said in earnest. */
function Words({ entry }: { entry: Entry }) {
  const t = useTranslations("desk-letter.record");
  const internal = entry.what === "note" || entry.counts.internal === true;
  return (
    <div
      className={classes(
        "mt-1 px-3 py-1.5",
        internal
          ? "tinted border border-dashed border-warn bg-warn-bg"
          : "border-s-[3px] border-brand bg-card font-song",
      )}
    >
      {internal && (
        <p className="flex items-center gap-1.5 text-warn">
          <Icon of="lock" />
          {t("internal")}
        </p>
      )}
      {entry.answer ? <Answer parts={entry.answer} /> : <p className="whitespace-pre-wrap">{entry.words}</p>}
    </div>
  );
}

function Answer({ parts }: { parts: NonNullable<Entry["answer"]> }) {
  const t = useTranslations("letters.answer");
  return (
    <dl>
      {answerParts.map((part) => (
        <div key={part} className="py-1">
          <dt className="font-sans text-ink-2">{t(part)}</dt>
          <dd className="whitespace-pre-wrap">{parts[part]}</dd>
        </div>
      ))}
    </dl>
  );
}

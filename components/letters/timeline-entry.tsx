import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { dayWords } from "#components/letters/date-words.ts";
import { named, titled } from "#components/people/named.ts";
import { A } from "#components/ui/link.tsx";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { OpenLetter } from "#domain/letters/read-public-letter.ts";
import type { TimelineEntry } from "#domain/letters/timeline.ts";

/** Who took a step, as the public may know them: a position, an office, 来信人. */
export function useActor({ role, office, leader }: Pick<TimelineEntry, "role" | "office" | "leader">): string {
  const t = useTranslations("letter-page.course.by");
  const language = useLocale();
  if (leader) return titled(language, leader);
  if (office) return named(language, office);
  return role === "author" || role === "clock" || role === "citizen" ? t(role) : "";
}

interface EntryBodyProps {
  entry: TimelineEntry;
  letter: Pick<OpenLetter, "kind" | "via"> & { commentHref: string | null };
  /** Which answer this is, for the link to its full text. */
  answerNo: number;
}

/** What a step says beyond its name: dates, offices, the words themselves. */
export function EntryBody({ entry, letter, answerNo }: EntryBodyProps) {
  const facts = useFacts(entry, letter);
  const t = useTranslations("letter-page.course");
  return (
    <>
      {facts.map((fact) => (
        <p key={fact} className="leading-relaxed text-pretty">
          {fact}
        </p>
      ))}
      {entry.what === "convert" && letter.commentHref && <More href={letter.commentHref} />}
      {entry.what === "answer" ? (
        <p>
          <a href={`#answer-${answerNo}`}>{t("answer")}</a>
        </p>
      ) : (
        <Words entry={entry} />
      )}
      {entry.wordsHidden && <p className="text-ink-2">{t("hidden")}</p>}
    </>
  );
}

function More({ href }: { href: string }) {
  const t = useTranslations("letter-page");
  return (
    <p>
      <A href={href}>{t("seeComment")}</A>
    </p>
  );
}

/** A leader's instruction stands out; everybody's own words are in Song type. */
function Words({ entry: { what, words } }: { entry: TimelineEntry }): ReactNode {
  // The verdict's words stand with the verdict, a follow-up's with the answer.
  if (!words || what === "rate" || what === "rateLate" || what === "followUp") return null;
  if (what === "instruct") {
    return (
      <p className="mt-1.5 border border-s-4 border-brand bg-card px-3.5 py-2.5 font-song text-lg font-semibold whitespace-pre-line">
        {words}
      </p>
    );
  }
  return <p className="font-song leading-[1.8] whitespace-pre-line">{words}</p>;
}

const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : null);

function useFacts({ what, counts, lead, assisting }: TimelineEntry, { kind, via }: EntryBodyProps["letter"]): string[] {
  const t = useTranslations("letter-page.course");
  const words = useTranslations("letters");
  const orders = useTranslations("orders");
  const calendar = useTranslations("calendar");
  const recount = useRecount();
  const language = useLocale();
  const due = text(counts.due);
  const date = due ? dayWords(calendar, due as CivilDate) : null;
  switch (what) {
    case "send":
    case "enter":
      return [t("via", { via: words(`vias.${via}`) })];
    case "accept":
      return date ? [t("accept", { kind: words(`kinds.${kind}`), date })] : [];
    case "assign":
      return [
        ...(lead ? [t("lead", { office: named(language, lead) })] : []),
        ...(assisting.length > 0
          ? [t("assisting", { offices: assisting.map((office) => named(language, office)).join(t("list")) })]
          : []),
        ...(counts.hop ? [t("hop", { n: Number(counts.hop) })] : []),
      ];
    case "order":
      return [
        t("order", {
          level: orders(`levels.${counts.level}` as "levels.order"),
          channel: orders(`channels.${counts.channel ?? "automatic"}` as "channels.phone"),
        }),
        ...(date ? [orders("letter.until", { date })] : []),
      ];
    case "merge":
    case "split":
      return counts.host ? [t("host", { number: String(counts.host) })] : [];
    case "instruct":
      return date ? [t("due", { date })] : [];
    case "refuse": {
      const code = text(counts.code) ?? "notThisLevel";
      return [
        t("code", { code: words(`refusalCodes.${code}` as "refusalCodes.unlawful") }),
        t(`instead.${code}` as "instead.unlawful"),
      ];
    }
    case "object":
      return [t("raised")];
    case "uphold":
      return [t("upheld")];
    case "extend":
      return [t("days", { n: Number(counts.days) })];
    case "grant":
      return date ? [t("granted", { n: Number(counts.days), date })] : [];
    case "deny":
      return [t("denied")];
    case "promise":
      return due ? [t("promised", { date: dayWords(calendar, due as CivilDate, "plain") })] : [];
    case "rate":
    case "rateLate":
    case "reopen":
      return [ratedWords(t, words, counts)];
    case "takeOn":
      return [t("rhythm", { days: text(counts.every) ?? "" })];
    case "inspect":
      return [t(`ways.${text(counts.way) ?? "note"}` as "ways.note")];
    case "recount":
      return [recount(counts)];
    case "urge":
      return [t("times", { n: Number(counts.times ?? 1) })];
    default:
      return [];
  }
}

/** What a new calendar did to a date: 1月5日改为1月6日. */
export function useRecount(): (counts: TimelineEntry["counts"]) => string {
  const t = useTranslations("calendar-import.recount");
  const calendar = useTranslations("calendar");
  return ({ from, due, provisional }) => {
    const words = { from: dayWords(calendar, from as CivilDate), due: dayWords(calendar, due as CivilDate) };
    if (provisional) return t("provisional", words);
    return t(from === due ? "sure" : "moved", words);
  };
}

function ratedWords(
  t: ReturnType<typeof useTranslations<"letter-page.course">>,
  words: ReturnType<typeof useTranslations<"letters">>,
  { solved, attitude, speed }: TimelineEntry["counts"],
): string {
  return t("rated", {
    solved: words(`solved.${solved}` as "solved.yes"),
    attitude: words(`grades.${attitude}` as "grades.satisfied"),
    speed: words(`grades.${speed}` as "grades.satisfied"),
  });
}

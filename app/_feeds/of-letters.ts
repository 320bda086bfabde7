import { getLocale, getTranslations } from "next-intl/server";
import { named, titled } from "#components/people/named.ts";
import { db } from "#db/client.ts";
import type { LetterBrief } from "#domain/letters/brief.ts";
import { readLastSteps } from "#domain/letters/last-steps.ts";
import type { OpenLetter } from "#domain/letters/read-public-letter.ts";
import type { TimelineEntry } from "#domain/letters/timeline.ts";
import type { Entry } from "./atom.ts";
import { htmlOf, lines } from "./html.ts";

/** Letters of the list: of one that is not public number, mailbox and state, as on the page. */
export async function entriesOfLetters(letters: readonly LetterBrief[]): Promise<Entry[]> {
  const [t, page, states, square, language, steps] = await Promise.all([
    getTranslations("feeds"),
    getTranslations("letter-page"),
    getTranslations("letters.states"),
    getTranslations("square.letter"),
    getLocale(),
    readLastSteps(
      db,
      letters.map(({ number }) => number),
    ),
  ]);
  return letters.map(({ number, open, state, sentAt, closedAt, mailbox: { leader, office }, demo }) => {
    const title = open ? open.title : t("shut", { title: page("shut.title", { number }) });
    const mailbox = square("mailbox", { name: leader ? titled(language, leader) : named(language, office) });
    const facts = [t("facts", { number, mailbox, state: states(state) })];
    if (open?.lead) facts.push(t("lead", { office: named(language, open.lead) }));
    return {
      id: `letters/${number}`,
      title: demo ? t("demo", { title }) : title,
      href: `/letters/${number}`,
      published: sentAt,
      updated: steps.get(number) ?? closedAt ?? sentAt,
      author: page("signed"),
      html: lines(facts),
    };
  });
}

/** Every public step of one letter, the newest first; with the first of them stands what was written. */
export async function entriesOfTimeline(letter: OpenLetter): Promise<Entry[]> {
  const [by, steps, parts, language] = await Promise.all([
    getTranslations("letter-page.course.by"),
    getTranslations("timeline"),
    getTranslations("letters.answer"),
    getLocale(),
  ]);
  const actorOf = ({ role, office, leader }: TimelineEntry): string => {
    if (leader) return titled(language, leader);
    if (office) return named(language, office);
    return by(role === "clock" || role === "citizen" ? role : "author");
  };
  const wordsOf = ({ answer, words }: TimelineEntry): string => {
    if (!answer) return words ? htmlOf(words) : "";
    return (Object.keys(answer) as (keyof typeof answer)[])
      .map((part) => lines([parts(part)]) + htmlOf(answer[part]))
      .join("");
  };
  return letter.timeline
    .map((entry, place) => ({
      id: `letters/${letter.number}/steps/${entry.eventId}`,
      title: `${steps(entry.what as "send")} · ${actorOf(entry)}`,
      href: `/letters/${letter.number}`,
      published: entry.at,
      updated: entry.at,
      author: actorOf(entry),
      html: (place === 0 ? lines([letter.title]) + htmlOf(letter.body) : "") + wordsOf(entry),
    }))
    .toReversed();
}

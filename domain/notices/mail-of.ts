import type { CivilDate } from "#domain/calendar/civil-date.ts";
import { readParts } from "#domain/letters/answer-letter.ts";
import { answerParts } from "#domain/letters/input.ts";
import type { Mail } from "#domain/messages/queue.ts";
import en from "#messages/en/mails.json" with { type: "json" };
import zh from "#messages/zh-CN/mails.json" with { type: "json" };
import type { Content } from "./contents.ts";
import { asHtml, asText, type Item, type Page } from "./mail-parts.ts";
import { said, shortened } from "./said.ts";
import { filled, type Language, sentenceOf } from "./sentence.ts";
import { makeUnsubscribeToken } from "./unsubscribe-token.ts";

const words = { "zh-CN": zh, en };

interface Reader {
  personId: number;
  language: Language;
}

const addressOf = (language: Language, path: string) =>
  `${process.env.PUBLIC_URL ?? ""}${language === "en" ? "/en" : ""}${path}`;

/** A mail with what happened and what was said in it, not only where to read it: one notice whole, or a day's in short. */
export function mailOf(contents: readonly Content[], { personId, language }: Reader): Omit<Mail, "to"> {
  const t = words[language];
  const [only, ...others] = contents;
  const alone = others.length === 0 ? only : undefined;
  const token = makeUnsubscribeToken(personId, alone ? alone.kind : "digest");
  const subject = alone ? sentenceOf(language, alone) : filled(t.digest, { n: contents.length });
  const page: Page = {
    language,
    title: subject,
    groups: alone ? [{ title: null, items: [itemOf(alone, language)] }] : groupsOf(contents, language),
    why: filled(alone ? t.why : t.whyDigest, { kind: alone ? t.kinds[alone.kind] : "" }),
    links: [
      { words: t.settings, address: addressOf(language, "/me/notices/settings") },
      { words: t.unsubscribe, address: addressOf(language, `/unsubscribe/${token}`) },
    ],
  };
  return {
    subject: filled(t.subject, { subject }),
    text: asText(page),
    html: asHtml(page),
    unsubscribe: `${process.env.PUBLIC_URL ?? ""}/api/unsubscribe/${token}`,
  };
}

/** By kind, each once as a heading, in the order in which they came. */
function groupsOf(contents: readonly Content[], language: Language): Page["groups"] {
  const kinds = Map.groupBy(contents, ({ kind }) => kind);
  return [...kinds].map(([kind, some]) => ({
    title: words[language].kinds[kind],
    items: newestOf(some).map(({ newest, news }) =>
      itemOf({ ...newest, words: newest.words && shortened(said(newest.name, newest.words)) }, language, news),
    ),
  }));
}

/** News of one letter stand together, the last in words: a desk reads of its letters, not of each thing that happened. */
function newestOf(contents: readonly Content[]): { newest: Content; news: number }[] {
  const letters = Map.groupBy(contents, ({ letterId, id }) =>
    letterId === null ? `notice ${id}` : `letter ${letterId}`,
  );
  return [...letters.values()].map((news) => ({ newest: news.at(-1)!, news: news.length }));
}

function itemOf(content: Content, language: Language, news = 1): Item {
  const t = words[language];
  return {
    sentence: sentenceOf(language, content),
    title: content.title,
    paragraphs: paragraphsOf(content, language),
    folded: news > 1 ? filled(t.folded, { n: news }) : null,
    due: content.due && filled(t.due, { due: dayWords(content.due, language) }),
    link: { words: t.open, address: addressOf(language, content.path) },
  };
}

/** An answer has four parts, each with its name; everything else, and what of an answer a digest says, is one. */
function paragraphsOf({ name, words: text }: Content, language: Language): string[] {
  if (text === null) return [];
  if (name !== "answer" || !text.startsWith("{")) return [text];
  const parts = readParts(text);
  return answerParts.map((part) => `${words[language].parts[part]}\n${parts[part]}`);
}

const dates = {
  "zh-CN": new Intl.DateTimeFormat("zh-CN", { timeZone: "UTC", dateStyle: "long" }),
  en: new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "long" }),
};

function dayWords(due: CivilDate, language: Language): string {
  return dates[language].format(new Date(`${due}T00:00:00Z`));
}

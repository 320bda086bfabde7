import type { ShownMention } from "#domain/mentions/shown.ts";
import { foldedTag, tagPattern } from "./tags.ts";

/** `tag`: the #话题# that these words are, as its page is named; `whom`: whom they name, and their page if they have one. */
export type TextPart = { text: string; href?: string; tag?: string; whom?: ShownMention };

const address = /https?:\/\/[^\s<>"'`“”‘’「」『』《》（）【】，。；：！？、]+/giu;
const trailing = /[.,;:!?\]}…]+$/u;

/**
 * Splits a plain text into parts, some of them tags or links: http and https only, so that a text can never carry a script.
 * An address with a name and password in it stays text: it shows one host and leads to another.
 */
export function linkify(text: string, mentions: readonly ShownMention[] = []): TextPart[] {
  return linkAddresses(text)
    .flatMap((part) => (part.href ? [part] : linkTags(part.text)))
    .flatMap((part) => (part.href || part.tag ? [part] : linkMentions(part.text, mentions)));
}

function linkTags(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(tagPattern)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: match[0], tag: foldedTag(match[1]!) });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/**
 * Only names that were found to be somebody's are more than text; the longest first, where one begins with another. They
 * are letters and digits, and nothing in them means anything to a pattern.
 */
function linkMentions(text: string, mentions: readonly ShownMention[]): TextPart[] {
  if (mentions.length === 0) return [{ text }];
  const names = mentions.map(({ name }) => name).toSorted((a, b) => b.length - a.length);
  const parts = text.split(new RegExp(`([@＠](?:${names.join("|")}))`, "u"));
  return parts.flatMap((part, place) => {
    if (part === "") return [];
    return place % 2 === 0
      ? [{ text: part }]
      : [{ text: part, whom: mentions.find((one) => one.name === part.slice(1))! }];
  });
}

function linkAddresses(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const found = trimmed(match[0]);
    const href = hrefOf(found);
    if (!href) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: found, href });
    end = match.index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** Without the sentence's own punctuation, and without a closing bracket that was opened before the address. */
function trimmed(found: string): string {
  let kept = found.replace(trailing, "");
  while (kept.endsWith(")") && kept.split(")").length > kept.split("(").length) {
    kept = kept.slice(0, -1).replace(trailing, "");
  }
  return kept;
}

function hrefOf(found: string): string | null {
  const url = URL.parse(found);
  return url?.hostname && !url.username && !url.password ? url.href : null;
}

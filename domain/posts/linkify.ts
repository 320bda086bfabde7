import { foldedTag, tagPattern } from "./tags.ts";

/** `tag`: the #话题# that these words are, as its page is named. */
export type TextPart = { text: string; href?: string; tag?: string };

const address = /https?:\/\/[^\s<>"'`“”‘’「」『』《》（）【】，。；：！？、]+/giu;
const trailing = /[.,;:!?\]}…]+$/u;

/**
 * Splits a plain text into parts, some of them tags or links: http and https only, so that a text can never carry a script.
 * An address with a name and password in it stays text: it shows one host and leads to another.
 */
export function linkify(text: string): TextPart[] {
  return linkAddresses(text).flatMap((part) => (part.href ? [part] : linkTags(part.text)));
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

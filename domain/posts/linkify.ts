export type TextPart = { text: string; href?: string };

const address = /https?:\/\/[^\s<>"'`“”‘’「」『』《》（）【】，。；：！？、]+/giu;
const trailing = /[.,;:!?\]}…]+$/u;

/**
 * Splits a plain text into parts, some of them links: http and https only, so that a text can never carry a script.
 * An address with a name and password in it stays text: it shows one host and leads to another.
 */
export function linkify(text: string): TextPart[] {
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

import type { Language } from "./sentence.ts";

export interface Item {
  sentence: string;
  title: string | null;
  paragraphs: string[];
  /** How much more there is of the same. */
  folded: string | null;
  due: string | null;
  link: Link;
}

interface Link {
  words: string;
  address: string;
}

/** A mail before it is written out: once plain, once with the least of marks. No pictures: nothing tells who has read it. */
export interface Page {
  language: Language;
  title: string;
  groups: { title: string | null; items: Item[] }[];
  why: string;
  links: Link[];
}

export function asText({ groups, why, links, language }: Page): string {
  const colon = language === "en" ? ": " : "：";
  const line = ({ words, address }: Link) => `${words}${colon}${address}`;
  const items = groups.flatMap((group) => [
    ...(group.title ? [`== ${group.title} ==`] : []),
    ...group.items.map(({ sentence, title, paragraphs, folded, due, link }) =>
      [sentence, title, ...paragraphs.map((one) => `\n${one}\n`), folded, due, line(link)].filter(Boolean).join("\n"),
    ),
  ]);
  return [...items, `--\n${[why, ...links.map(line)].join("\n")}`].join("\n\n");
}

const quote = "margin:12px 0;padding:8px 12px;border-left:3px solid #d8d3c7;white-space:pre-line";
const sheet = "max-width:40em;margin:0 auto;padding:16px;color:#1a2230;font:16px/1.75 sans-serif";
const small = "color:#4b5563;font-size:14px";

export function asHtml({ language, title, groups, why, links }: Page): string {
  const anchor = ({ words, address }: Link) => `<a href="${plain(address)}">${plain(words)}</a>`;
  const item = ({ sentence, title: of, paragraphs, folded, due, link }: Item) =>
    [
      `<p><b>${plain(sentence)}</b>${of ? `<br>${plain(of)}` : ""}</p>`,
      ...paragraphs.map((one) => `<blockquote style="${quote}">${plain(one)}</blockquote>`),
      folded ? `<p style="${small}">${plain(folded)}</p>` : "",
      due ? `<p>${plain(due)}</p>` : "",
      `<p>${anchor(link)}</p>`,
    ].join("\n");
  const body = groups.flatMap((group) => [
    ...(group.title ? [`<h2 style="font-size:18px">${plain(group.title)}</h2>`] : []),
    ...group.items.map(item),
  ]);
  const foot = `<p style="${small}">${plain(why)}<br>${links.map(anchor).join(" · ")}</p>`;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${plain(title)}</title></head>
<body style="background:#f7f5f0"><div style="${sheet}">
${[...body, "<hr>", foot].join("\n")}
</div></body>
</html>`;
}

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text stays text: nothing that somebody wrote becomes a mark. */
const plain = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark]!);

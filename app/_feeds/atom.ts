import { element, escaped, textElement } from "./xml.ts";

/** What a feed tells of, the newest first. Addresses are ours, without language. */
export interface Entry {
  /** Names it for ever: posts/12, letters/HY-2026-00012/steps/77. */
  id: string;
  title: string;
  href: string;
  published: Date;
  /** When it last read differently. */
  updated: Date;
  /** The plate or the nickname it was said under. */
  author: string;
  /** HTML, escaped word by word. */
  html: string;
}

export interface Feed {
  title: string;
  /** The page that shows the same: its own address and the query that counts. */
  page: string;
  /** This part of the feed, the part with older entries, and the first part where this is not it (RFC 5005). */
  self: string;
  next: string | null;
  first: string | null;
  entries: readonly Entry[];
}

interface Publisher {
  /** Where we are: https://gongpu.example. */
  site: string;
  name: string;
  language: string;
  /** An address in the reader's language. */
  at(path: string): string;
}

/** Of a feed in which nothing has been said yet. */
const never = 0;

/** A feed as Atom 1.0 (RFC 4287), its older entries behind `next`. */
export function atom(feed: Feed, { site, name, language, at }: Publisher): string {
  const link = (rel: string, path: string | null, type: string) =>
    path === null ? "" : element("link", { rel, type, href: `${site}${at(path)}` });
  const updated = new Date(Math.max(...feed.entries.map((entry) => entry.updated.getTime()), never));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    textElement("id", idOf(site, at(feed.page))),
    textElement("title", feed.title),
    textElement("updated", updated.toISOString()),
    `<author>${textElement("name", name)}</author>`,
    link("self", feed.self, atomType),
    link("alternate", feed.page, "text/html"),
    link("first", feed.first, atomType),
    link("next", feed.next, atomType),
    ...feed.entries.map((entry) => entryElement(entry, site, at)),
    "</feed>\n",
  ]
    .filter(Boolean)
    .join("\n");
}

export const atomType = "application/atom+xml";

function entryElement(entry: Entry, site: string, at: Publisher["at"]): string {
  const content = element("content", { type: "html" }, escaped(entry.html));
  const parts = [
    textElement("id", idOf(site, `/${entry.id}`)),
    textElement("title", entry.title),
    textElement("published", entry.published.toISOString()),
    textElement("updated", entry.updated.toISOString()),
    `<author>${textElement("name", entry.author)}</author>`,
    element("link", { rel: "alternate", type: "text/html", href: `${site}${at(entry.href)}` }),
    content,
  ];
  return `<entry>${parts.join("")}</entry>`;
}

/** A tag URI (RFC 4151): our name, the year in which it began to be ours, and what is named. */
function idOf(site: string, path: string): string {
  return `tag:${new URL(site).hostname},2026:${path.slice(1) || "home"}`;
}

import { linkify } from "#domain/posts/linkify.ts";
import { escaped } from "./xml.ts";

/** What somebody wrote, paragraph by paragraph, with its addresses as links. */
export function htmlOf(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(paragraph).replaceAll("\n", "<br/>")}</p>`)
    .join("");
}

function linked(text: string): string {
  return linkify(text)
    .map(({ text: words, href }) =>
      href ? `<a href="${escaped(href)}" rel="nofollow ugc">${escaped(words)}</a>` : escaped(words),
    )
    .join("");
}

export const lines = (said: readonly string[]): string => said.map((line) => `<p>${escaped(line)}</p>`).join("");

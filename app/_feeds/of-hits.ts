import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "#components/people/speaker.tsx";
import type { Piece } from "#domain/search/grams.ts";
import type { Hit } from "#domain/search/read-hits.ts";
import type { Entry } from "./atom.ts";
import { escaped } from "./xml.ts";

/** What was found, with the words around it; what was looked for is marked. */
export async function entriesOfHits(hits: readonly Hit[]): Promise<Entry[]> {
  const [t, kinds, letters, language] = await Promise.all([
    getTranslations("feeds"),
    getTranslations("search.kinds"),
    getTranslations("letter-page"),
    getLocale(),
  ]);
  return hits.map((hit) => {
    const html = `<p>${hit.excerpt.map(marked).join("")}</p>`;
    if (hit.kind === "letter") {
      const { number, sentAt, demo } = hit.letter;
      const title = hit.title.map(({ text }) => text).join("");
      return {
        id: `letters/${number}`,
        title: demo ? t("demo", { title }) : title,
        href: `/letters/${number}`,
        published: sentAt,
        updated: sentAt,
        author: letters("signed"),
        html,
      };
    }
    const author = nameOf(language, hit.speaker);
    const title = t("said", { kind: kinds(hit.kind), author });
    return {
      id: `${hit.kind}s/${hit.id}`,
      title: hit.demo ? t("demo", { title }) : title,
      href:
        hit.kind === "comment"
          ? `/posts/${hit.postId}?thread=${hit.parentId ?? hit.id}#comment-${hit.id}`
          : `/posts/${hit.id}`,
      published: hit.at,
      updated: hit.at,
      author,
      html,
    };
  });
}

const marked = ({ text, hit }: Piece) => (hit ? `<b>${escaped(text)}</b>` : escaped(text));

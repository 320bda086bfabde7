import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "#components/people/speaker.tsx";
import { headline } from "#components/posts/headline.ts";
import type { ShownPost } from "#domain/posts/shown.ts";
import type { Entry } from "./atom.ts";
import { htmlOf } from "./html.ts";
import { element, escaped } from "./xml.ts";

/** Posts as a feed tells them: the whole text, its questions and its pictures. */
export async function entriesOfPosts(posts: readonly ShownPost[]): Promise<Entry[]> {
  const [t, kinds, language] = await Promise.all([
    getTranslations("feeds"),
    getTranslations("square.kinds"),
    getLocale(),
  ]);
  const site = process.env.PUBLIC_URL ?? "";
  return posts
    .map((post) => {
      const kind = post.kind === "announcement" ? null : kinds(post.kind);
      const title = `${kind ? `${kind} ` : ""}${headline(post.body)}`;
      const prompts = post.prompts.map((prompt) => `<li>${escaped(prompt)}</li>`).join("");
      const pictures = post.images.map(({ token, alt }) => element("img", { src: `${site}/images/${token}`, alt }));
      return {
        id: `posts/${post.id}`,
        title: post.demo ? t("demo", { title }) : title,
        href: `/posts/${post.id}`,
        published: post.at,
        updated: post.changedAt,
        author: nameOf(language, post.speaker),
        html: htmlOf(post.body) + (prompts && `<ol>${prompts}</ol>`) + pictures.join(""),
      };
    })
    .toSorted((a, b) => b.published.getTime() - a.published.getTime());
}

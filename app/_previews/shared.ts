import type { Metadata } from "next";
import { addresses, languageOf } from "#app/_edge/language.ts";

/** For the head of a page: how it looks where somebody shares it. Beyond the page itself nothing is said of anybody. */
export async function sharedAs(page: string, title: string, description: string): Promise<Metadata> {
  const [at, language] = [await addresses(), await languageOf()];
  const image = { url: at(`${page}/preview.png`), width: 1200, height: 630, type: "image/png", alt: title };
  return {
    description,
    openGraph: {
      type: "article",
      url: at(page),
      title,
      description,
      locale: language === "en" ? "en" : "zh_CN",
      images: [image],
    },
    twitter: { card: "summary_large_image", title, description, images: [image.url] },
  };
}

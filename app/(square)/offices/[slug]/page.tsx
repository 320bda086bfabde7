import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { feedIn } from "#app/_feeds/alternate.ts";
import { sharedAs } from "#app/_previews/shared.ts";
import { once } from "#app/_square/once.ts";
import { pagesOf, readOfficePage } from "#app/_square/streams.ts";
import { named } from "#components/people/named.ts";
import { StreamPage } from "#components/posts/stream-page.tsx";

type Props = PageProps<"/offices/[slug]">;

const read = once(readOfficePage);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = await read((await params).slug, await searchParams);
  if (!page) return {};
  const { office } = page.stream;
  const [here, title] = [`/offices/${office.slug}`, named(await getLocale(), office)];
  return { ...(await sharedAs(here, title, title)), title, ...(await feedIn(here)) };
}

/** An office's 微博主页. */
export default async function Office({ params, searchParams }: Props) {
  const page = await read((await params).slug, await searchParams);
  return page ? <StreamPage {...page} {...pagesOf(page)} /> : notFound();
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { feedIn } from "#app/_feeds/alternate.ts";
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
  return { title: named(await getLocale(), office), ...(await feedIn(`/offices/${office.slug}`)) };
}

/** An office's 微博主页. */
export default async function Office({ params, searchParams }: Props) {
  const page = await read((await params).slug, await searchParams);
  return page ? <StreamPage {...page} {...pagesOf(page)} /> : notFound();
}

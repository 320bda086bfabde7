import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { feedIn } from "#app/_feeds/alternate.ts";
import { sharedAs } from "#app/_previews/shared.ts";
import { once } from "#app/_square/once.ts";
import { pagesOf, readLeaderPage } from "#app/_square/streams.ts";
import { titled } from "#components/people/named.ts";
import { StreamPage } from "#components/posts/stream-page.tsx";

type Props = PageProps<"/leaders/[handle]">;

const read = once(readLeaderPage);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = await read((await params).handle, await searchParams);
  const leader = page?.stream.leader;
  if (!leader) return {};
  const [here, title] = [`/leaders/${leader.handle}`, titled(await getLocale(), leader)];
  return { ...(await sharedAs(here, title, leader.portfolio ?? title)), title, ...(await feedIn(here)) };
}

/** A leader's 微博主页. */
export default async function Leader({ params, searchParams }: Props) {
  const page = await read((await params).handle, await searchParams);
  return page ? <StreamPage {...page} {...pagesOf(page)} /> : notFound();
}

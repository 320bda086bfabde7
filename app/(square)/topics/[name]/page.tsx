import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { feedIn } from "#app/_feeds/alternate.ts";
import { once } from "#app/_square/once.ts";
import { readTagPage } from "#app/_square/tag.ts";
import { FeedLink } from "#components/feeds/feed-link.tsx";
import { FollowForm } from "#components/follows/follow-form.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { HitList } from "#components/search/hit-list.tsx";
import { withQuery } from "#components/ui/address.ts";
import { Pager } from "#components/ui/pager.tsx";

type Props = PageProps<"/topics/[name]">;

const read = once(readTagPage);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = await read((await params).name, await searchParams);
  return page ? { title: `#${page.tag}#`, ...(await feedIn(`/topics/${encodeURIComponent(page.tag)}`)) } : {};
}

/** #话题#: what leaders, offices and citizens have said under it, the newest first. */
export default async function Topic({ params, searchParams }: Props) {
  const page = await read((await params).name, await searchParams);
  if (!page) notFound();
  const { tag, hits, next, after } = page;
  const t = await getTranslations("follows");
  const here = `/topics/${encodeURIComponent(tag)}`;
  return (
    <Columns>
      <header className="mt-2 mb-4 flex flex-wrap items-center justify-between gap-3 border-y-2 border-rule-strong py-4">
        <h1 className="text-xl" lang="zh-CN">
          #{tag}#
        </h1>
        <FollowForm topic={`tag:${tag}`} />
      </header>
      <p className="mb-4 text-ink-2">{t("topicLead")}</p>
      <HitList hits={hits} />
      <Pager
        label={t("topicPager")}
        next={next ? withQuery(here, { after: next }) : null}
        first={after ? here : null}
      />
      <FeedLink page={here} />
    </Columns>
  );
}

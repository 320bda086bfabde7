import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readPledgesPage } from "#app/_square/appeals.ts";
import { once } from "#app/_square/once.ts";
import { PledgeList } from "#components/appeals/pledge-list.tsx";
import { ProgressBar, ProgressTable } from "#components/appeals/progress.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { headline } from "#components/posts/headline.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";

type Props = PageProps<"/appeals/[id]/pledges">;

const read = once(readPledgesPage);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = await read((await params).id, await searchParams);
  if (!page) return {};
  return { title: `${(await getTranslations("appeals"))("pledgesTitle")} · ${headline(page.body)}` };
}

/** Every promise that was made for an appeal and not taken back. */
export default async function PledgesPage({ params, searchParams }: Props) {
  const page = await read((await params).id, await searchParams);
  if (!page) notFound();
  const t = await getTranslations("appeals");
  const { id, after, body, appeal, pledges, next } = page;
  const here = `/appeals/${id}/pledges`;
  return (
    <Columns>
      <p className="text-sm">
        <A href={`/posts/${id}`}>{t("backToAppeal")}</A>
      </p>
      <h1 className="mt-2 text-xl">{t("pledgesTitle")}</h1>
      <p className="mt-1 mb-3 text-ink-2">{headline(body)}</p>
      <p data-watch={`post:${id}`} role="status" className="unprinted" />
      <ProgressBar appeal={appeal} />
      <ProgressTable appeal={appeal} />
      <div className="mt-4">
        {pledges.length > 0 ? <PledgeList pledges={pledges} /> : <EmptyState title={t("noPledges")} />}
      </div>
      <Pager label={t("pledgesPages")} next={next ? `${here}?after=${next}` : null} first={after ? here : null} />
    </Columns>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { readUpdatePage } from "#app/_square/update.ts";
import { Columns } from "#components/frame/columns.tsx";
import { nameOf } from "#components/people/speaker.tsx";
import { headline } from "#components/posts/headline.ts";
import { PostCrumb } from "#components/posts/post-sheet.tsx";
import { Said } from "#components/posts/said.tsx";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { NewUpdates } from "#components/updates/thread.tsx";
import { UpdateEntry, updateAddress } from "#components/updates/update-entry.tsx";

type Props = PageProps<"/posts/[id]/updates/[n]">;

const read = cache(readUpdatePage);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, n } = await params;
  const page = await read(id, n);
  if (!page) return {};
  const t = await getTranslations("updates");
  return { title: t("pageTitle", { name: nameOf(await getLocale(), page.post.speaker), n: page.update.number }) };
}

/** One update by itself: what is said in it, of which post, and the ways on and back. */
export default async function Update({ params }: Props) {
  const { id, n } = await params;
  const page = await read(id, n);
  if (!page) notFound();
  const { post, update, previous, next } = page;
  const [t, language] = await Promise.all([getTranslations("updates"), getLocale()]);
  return (
    <Columns>
      <PostCrumb speaker={post.speaker} />
      <article className="mt-3 border border-rule-strong bg-card px-3.5 pt-4.5 pb-4 lg:px-5">
        <h1 className="sr-only">{t("pageTitle", { name: nameOf(language, post.speaker), n: update.number })}</h1>
        <div data-live={`post:${post.id}`} className="text-lg leading-[1.65]">
          <UpdateEntry update={update} />
        </div>
      </article>
      <section className="mt-4 border-s-[3px] border-rule px-3.5">
        <p className="text-sm text-ink-2">{t("of")}</p>
        <Said text={headline(post.body, 120)} className="mt-0.5" />
        <p>
          <A href={`/posts/${post.id}#updates`} className="inline-flex min-h-target items-center">
            {t("back")}
          </A>
        </p>
      </section>
      <NewUpdates postId={post.id} />
      <nav aria-label={t("pager")} className="unprinted mt-4 flex flex-wrap gap-3">
        {previous && (
          <LinkButton href={updateAddress({ postId: post.id, number: previous })} icon="arrow-left">
            {t("previous", { n: previous })}
          </LinkButton>
        )}
        {next && (
          <LinkButton href={updateAddress({ postId: post.id, number: next })} icon="arrow-right">
            {t("next", { n: next })}
          </LinkButton>
        )}
      </nav>
    </Columns>
  );
}

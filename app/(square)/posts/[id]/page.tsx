import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { sharedAs } from "#app/_previews/shared.ts";
import { once } from "#app/_square/once.ts";
import { readPostPage } from "#app/_square/post.ts";
import { Discussion } from "#components/comments/discussion.tsx";
import { Stone } from "#components/comments/stone.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { BriefList } from "#components/letters/brief-list.tsx";
import { nameOf } from "#components/people/speaker.tsx";
import { headline } from "#components/posts/headline.ts";
import { MailboxBox } from "#components/posts/mailbox-box.tsx";
import { PostCrumb, PostSheet } from "#components/posts/post-sheet.tsx";
import { ThemeList } from "#components/themes/theme-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { Thread } from "#components/updates/thread.tsx";

type Props = PageProps<"/posts/[id]">;

const read = once(readPostPage);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = await read((await params).id, await searchParams);
  const t = await getTranslations("square");
  if (!page?.post) return {};
  const title = t("postTitle", { name: nameOf(await getLocale(), page.post.speaker), words: headline(page.post.body) });
  return { ...(await sharedAs(`/posts/${page.id}`, title, headline(page.post.body, 120))), title };
}

/** A post with its whole discussion. */
export default async function Post({ params, searchParams }: Props) {
  const page = await read((await params).id, await searchParams);
  if (!page) notFound();
  const t = await getTranslations("square");
  if (!page.post) {
    return (
      <Columns>
        <h1 className="mb-4">{t("hidden.title")}</h1>
        <Stone what="post" hiding={page.hidden} />
      </Columns>
    );
  }
  const { post, discussion } = page;
  return (
    <Columns
      aside={
        <>
          <div data-live="grown">
            {post.letters.length > 0 && (
              <Section title={t("letter.grownHere")} rule="above" className="mb-7 lg:mt-0">
                <BriefList letters={post.letters} />
              </Section>
            )}
          </div>
          {page.mailbox && <MailboxBox {...page.mailbox} className="lg:mt-0" />}
        </>
      }
    >
      <PostCrumb speaker={post.speaker} />
      <PostSheet post={post} />
      <Thread postId={post.id} updates={page.updates} />
      <ThemeList postId={post.id} prompts={post.prompts} themes={page.themes} current={discussion?.theme ?? null} />
      {discussion && <Discussion post={post} discussion={discussion} themes={page.themes} />}
    </Columns>
  );
}

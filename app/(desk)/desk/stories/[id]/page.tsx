import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { RespondForm } from "#components/desk/owed/respond-form.tsx";
import { headline } from "#components/posts/headline.ts";
import { StoryBox } from "#components/stories/story-box.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { rowId } from "#domain/posts/input.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { readToRespond } from "#domain/stories/read-own-named.ts";
import { respond } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stories.respond"))("title") };
}

/** What an office that is exposed has to say to it: the story, its lamp, and the form. */
export default async function RespondToStory({ params, searchParams }: PageProps<"/desk/stories/[id]">) {
  const { id } = await params;
  const actor = await requireSignedIn(`/desk/stories/${id}`);
  const postId = rowId.safeParse(id).data;
  const post = postId ? (await readPost(db, postId, await now()))?.post : null;
  if (!post?.story) notFound();
  const [t, { done }, waiting] = await Promise.all([
    getTranslations("stories.respond"),
    searchParams,
    readToRespond(db, actor, post.story),
  ]);
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-column px-4 pt-4 pb-10">
      <A href="/desk/owed" className="inline-flex min-h-target items-center">
        {t("back")}
      </A>
      <h1>{t("title")}</h1>
      <p className="mt-1 text-ink-2">{t("lead")}</p>
      <div id="said">
        {done && (
          <Notice kind="ok" live act={<A href={`/posts/${post.id}`}>{t("see")}</A>}>
            {t("done")}
          </Notice>
        )}
      </div>
      {waiting.map((one) => (
        <RespondForm key={one.office.id} postId={post.id} waiting={one} action={respond} />
      ))}
      {waiting.length === 0 && !done && <EmptyState title={t("none")}>{t("noneWords")}</EmptyState>}
      <section className="mt-6 border-t-2 border-rule-strong pt-3">
        <p className="font-semibold">
          <A href={`/posts/${post.id}`}>{headline(post.body, 80)}</A>
        </p>
        <StoryBox story={post.story} />
      </section>
    </main>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readCommentHistoryPage } from "#app/_square/post.ts";
import { Columns } from "#components/frame/columns.tsx";
import { Wordings } from "#components/posts/wordings.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("square.history"))("comment") };
}

export default async function CommentHistory({ params }: PageProps<"/comments/[id]/history">) {
  const page = await readCommentHistoryPage((await params).id);
  if (!page) notFound();
  const t = await getTranslations("square.history");
  const { id, postId } = page.comment;
  return (
    <Columns>
      <Wordings
        title={t("comment")}
        wordings={page.wordings}
        back={{ href: `/posts/${postId}?thread=${id}#comment-${id}`, words: t("backToComment") }}
      />
    </Columns>
  );
}

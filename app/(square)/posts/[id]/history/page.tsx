import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readPostHistoryPage } from "#app/_square/post.ts";
import { Columns } from "#components/frame/columns.tsx";
import { Wordings } from "#components/posts/wordings.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("square.history"))("post") };
}

export default async function PostHistory({ params }: PageProps<"/posts/[id]/history">) {
  const page = await readPostHistoryPage((await params).id);
  if (!page) notFound();
  const t = await getTranslations("square.history");
  return (
    <Columns>
      <Wordings title={t("post")} wordings={page.wordings} back={{ href: `/posts/${page.id}`, words: t("back") }} />
    </Columns>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { QuestionThemes } from "#components/desk/themes/question-themes.tsx";
import { headline } from "#components/posts/headline.ts";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { rowId } from "#domain/posts/input.ts";
import { readThemesToCorrect } from "#domain/themes/read-themes.ts";
import { drop, merge, move, rename } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("themes.desk"))("title") };
}

/** What the answers to a solicitation speak of, to be put right by those who asked. */
export default async function ThemesDesk({ params, searchParams }: PageProps<"/desk/posts/[id]/themes">) {
  const { id } = await params;
  const { done } = await searchParams;
  const actor = await requireSignedIn(`/desk/posts/${id}/themes`);
  const postId = rowId.safeParse(id);
  const page = postId.success ? await readThemesToCorrect(db, actor, postId.data) : null;
  if (!page) notFound();
  const t = await getTranslations("themes.desk");
  const said = typeof done === "string" && t.has(`done.${done}` as "done.rename") ? (done as "rename") : null;
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-column px-4 pt-4 pb-10">
      <A href="/desk/posts" className="inline-flex min-h-target items-center">
        {t("back")}
      </A>
      {said && (
        <div id="said">
          <Notice kind="ok" live>
            {t(`done.${said}`)}
          </Notice>
        </div>
      )}
      <h1>{t("title")}</h1>
      <p className="mt-1">
        {headline(page.body)}{" "}
        <A href={`/posts/${page.postId}`} className="inline-flex min-h-target items-center">
          {t("see")}
        </A>
      </p>
      <p className="max-w-measure leading-relaxed text-ink-2">{t("how")}</p>
      {page.prompts.map((prompt, place) => (
        <QuestionThemes
          key={prompt}
          postId={page.postId}
          number={place + 1}
          prompt={prompt}
          themes={page.themes.filter((theme) => theme.prompt === place)}
          free={page.free.filter((answer) => answer.prompt === place)}
          actions={{ rename, merge, drop, move }}
        />
      ))}
    </main>
  );
}

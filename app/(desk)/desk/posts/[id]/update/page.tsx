import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addresses } from "#app/_edge/language.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { A } from "#components/ui/link.tsx";
import { WriteUpdate } from "../../write-update.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("updates.form"))("title") };
}

/** 补充进展, at the desk of whoever speaks on the post's stream. */
export default async function UpdateAtDesk({ params, searchParams }: PageProps<"/desk/posts/[id]/update">) {
  const [{ id }, { sent }, at] = [await params, await searchParams, await addresses()];
  const path = `/desk/posts/${id}/update`;
  const person = await requireSignedIn(path);
  const t = await getTranslations("updates.form");
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-column px-4 pt-4 pb-10">
      <A href="/desk/posts" className="inline-flex min-h-target items-center">
        {t("back")}
      </A>
      <WriteUpdate person={person} id={id} path={at(path)} sent={sent} />
    </main>
  );
}

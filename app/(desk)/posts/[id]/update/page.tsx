import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addresses } from "#app/_edge/language.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { WriteUpdate } from "#app/(desk)/desk/posts/write-update.tsx";
import { Columns } from "#components/frame/columns.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("updates.form"))("title") };
}

/** 补充进展, for the citizen who wrote the appeal. */
export default async function OwnUpdate({ params, searchParams }: PageProps<"/posts/[id]/update">) {
  const [{ id }, { sent }, at] = [await params, await searchParams, await addresses()];
  const path = `/posts/${id}/update`;
  const person = await requireSignedIn(path);
  return (
    <Columns>
      <WriteUpdate person={person} id={id} path={at(path)} sent={sent} />
    </Columns>
  );
}

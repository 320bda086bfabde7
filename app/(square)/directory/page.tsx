import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readDirectoryPage } from "#app/_square/directory.ts";
import { DirectoryList, DirectorySearch } from "#components/directory/directory-list.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { withQuery } from "#components/ui/address.ts";
import { Pager } from "#components/ui/pager.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("directory"))("title") };
}

/** 办公电话: whom to call, when somebody answers, and what follows when nobody does. */
export default async function Directory({ searchParams }: PageProps<"/directory">) {
  const { q, after, offices, next, entered } = await readDirectoryPage(await searchParams);
  const t = await getTranslations("directory");
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <p className="mt-2 max-w-measure text-ink-2">{t("words")}</p>
      <DirectorySearch q={q} />
      {offices.length > 0 && <p className="mb-4 max-w-measure text-sm text-ink-2">{t("report.what")}</p>}
      <DirectoryList offices={offices} q={q} entered={entered} />
      <Pager
        label={t("pages")}
        next={next ? withQuery("/directory", { q, after: next }) : null}
        first={after ? withQuery("/directory", { q }) : null}
      />
    </Columns>
  );
}

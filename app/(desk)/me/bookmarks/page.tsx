import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { BookmarkList } from "#components/bookmarks/bookmark-list.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { db } from "#db/client.ts";
import { listBookmarks } from "#domain/bookmarks/read-bookmarks.ts";
import { drop } from "./actions.ts";

const path = "/me/bookmarks";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bookmarks"))("title") };
}

/** 收藏: what one wants to find again, for nobody else's eyes. */
export default async function Bookmarks({ searchParams }: PageProps<"/me/bookmarks">) {
  const person = await requireSignedIn(path);
  const { after } = await searchParams;
  const cursor = typeof after === "string" && /^(?:post|comment|letter)-[1-9]\d{0,14}$/.test(after) ? after : null;
  const { bookmarks, next } = await listBookmarks(db, person, cursor, await now());
  const t = await getTranslations("bookmarks");
  return (
    <Columns>
      <p className="text-sm">
        <A href="/me">{t("back")}</A>
      </p>
      <h1>{t("title")}</h1>
      <p className="mb-4 text-ink-2">{t("lead")}</p>
      {bookmarks.length > 0 ? (
        <BookmarkList bookmarks={bookmarks} drop={drop} />
      ) : (
        <EmptyState title={t("none")}>{t("noneHow")}</EmptyState>
      )}
      <Pager label={t("pager")} next={next ? `${path}?after=${next}` : null} first={cursor ? path : null} />
    </Columns>
  );
}

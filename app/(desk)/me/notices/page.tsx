import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { idOf } from "#app/_square/query.ts";
import { Columns } from "#components/frame/columns.tsx";
import { NoticeItem } from "#components/notices/notice-item.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { withQuery } from "#components/ui/address.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { db } from "#db/client.ts";
import { kindFilter } from "#domain/notices/input.ts";
import { type NoticeKind, noticeKinds } from "#domain/notices/kinds.ts";
import { listNotices } from "#domain/notices/read-notices.ts";
import { levelOf, readAll, readOne, unreadOne } from "./actions.ts";

const path = "/me/notices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notice-page"))("title") };
}

/** 通知: everything that somebody was told, the newest first; what they have not looked at says so in words. */
export default async function NoticesPage({ searchParams }: PageProps<"/me/notices">) {
  const person = await requireSignedIn(path);
  const query = await searchParams;
  const kind = kindFilter.parse(query.kind ?? null);
  const after = idOf(query.after) ?? null;
  const { notices, next } = await listNotices(db, person, { after, kind });
  const t = await getTranslations("notice-page");
  const acts = { markRead: readOne, markUnread: unreadOne, chooseLevel: levelOf };
  return (
    <Columns>
      <p className="text-sm">
        <A href="/me">{t("back")}</A>
      </p>
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("lead")}</p>
      <div className="my-2 flex flex-wrap items-center gap-x-6 gap-y-1">
        {notices.some(({ read }) => !read) && (
          <ActionForm action={readAll} problemsTitle={t("problems")}>
            <Button icon="check">{t("markAll")}</Button>
          </ActionForm>
        )}
        <A href={`${path}/settings`} className="inline-flex min-h-target items-center">
          {t("settings")}
        </A>
      </div>
      <Tabs label={t("filter")} tabs={await tabsOf(kind, person.staff)} />
      <div data-new-notices="" aria-live="polite" />
      {notices.length > 0 ? (
        <ul>
          {notices.map((notice) => (
            <NoticeItem key={notice.id} notice={notice} acts={acts} />
          ))}
        </ul>
      ) : (
        <div className="mt-4">
          <EmptyState title={t(kind ? "noneOfKind" : "none")}>
            <p>{t("noneWhy")}</p>
          </EmptyState>
        </div>
      )}
      <Pager
        label={t("list")}
        next={next ? withQuery(path, { kind, after: next }) : null}
        first={after ? withQuery(path, { kind }) : null}
      />
    </Columns>
  );
}

/** A desk has no letters of its own, and a citizen no desk. */
async function tabsOf(current: NoticeKind | null, staff: boolean) {
  const t = await getTranslations("notice-page");
  const kinds = noticeKinds.filter((kind) => kind !== (staff ? "own" : "desk"));
  return [
    { href: path, words: t("everyKind"), current: current === null },
    ...kinds.map((kind) => ({
      href: withQuery(path, { kind }),
      words: t(`kinds.${kind}`),
      current: kind === current,
    })),
  ];
}

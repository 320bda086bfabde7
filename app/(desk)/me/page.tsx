import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { firstDeskPage } from "#app/_edge/desk-menu.ts";
import { now } from "#app/_edge/now.ts";
import { leave } from "#app/_edge/sign-out.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { Columns } from "#components/frame/columns.tsx";
import { MyLetters } from "#components/letters/my-letters.tsx";
import { UnfinishedLetter } from "#components/letters/unfinished-letter.tsx";
import { NewestNotices } from "#components/notices/newest-notices.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { listMyLetters } from "#domain/letters/list-my-letters.ts";
import { readWriting } from "#domain/letters/writing.ts";
import { listNotices } from "#domain/notices/read-notices.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("me"))("title") };
}

/** 我的: one's letters, unread first, each with whose turn it is and what one can do; notices; the way out. */
export default async function MePage({ searchParams }: PageProps<"/me">) {
  const person = await requireSignedIn("/me");
  const { after, done } = await searchParams;
  const cursor = typeof after === "string" && /^\d{1,15}$/.test(after) ? Number(after) : null;
  const [{ letters, next }, { notices }, writing] = await Promise.all([
    listMyLetters(db, person, cursor, await now()),
    listNotices(db, person, { most: 8 }),
    readWriting(db, person),
  ]);
  const t = await getTranslations("me");
  return (
    <Columns
      aside={
        <>
          <NewestNotices notices={notices} />
          <Account person={person} />
        </>
      }
    >
      <h1>{t("hello", { nickname: person.nickname })}</h1>
      {(done === "decline" || done === "drop") && (
        <Notice kind="ok" live>
          {t(`done.${done}`)}
        </Notice>
      )}
      {writing && !cursor && <UnfinishedLetter writing={writing} />}
      <Section title={t("mine")} aside={<A href="/write">{t("write")}</A>}>
        {letters.length > 0 ? (
          <MyLetters letters={letters} />
        ) : (
          <div className="mt-4">
            <EmptyState title={t("none")}>
              <p>{t("noneWhy")}</p>
              <p className="mt-3">
                <LinkButton href="/write" kind="go" icon="pen">
                  {t("write")}
                </LinkButton>
              </p>
            </EmptyState>
          </div>
        )}
        <Pager label={t("letters")} next={next ? `/me?after=${next}` : null} first={cursor ? "/me" : null} />
      </Section>
    </Columns>
  );
}

async function Account({ person }: { person: Person }) {
  const t = await getTranslations("me");
  const close = await getTranslations("retention.close");
  return (
    <Section title={t("account")} rule="above">
      <ul className="mt-1">
        {person.grants.length > 0 && (
          <li>
            <A href={firstDeskPage(person)} className="inline-flex min-h-target items-center">
              {t("desk")}
            </A>
          </li>
        )}
        {(["following", "bookmarks", "mentions"] as const).map((page) => (
          <li key={page}>
            <A href={`/me/${page}`} className="inline-flex min-h-target items-center">
              {t(page)}
            </A>
          </li>
        ))}
        <li>
          <A href="/me/sign-ins" className="inline-flex min-h-target items-center">
            {t("signIns")}
          </A>
        </li>
        {!person.staff &&
          (["reports", "moderated"] as const).map((page) => (
            <li key={page}>
              <A href={`/me/${page}`} className="inline-flex min-h-target items-center">
                {t(page)}
              </A>
            </li>
          ))}
        {!person.staff && (
          <li>
            <A href="/me/close" className="inline-flex min-h-target items-center">
              {close("link")}
            </A>
          </li>
        )}
      </ul>
      <form action={leave} className="mt-2">
        <Button icon="log-out">{t("signOut")}</Button>
      </form>
    </Section>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { ModerationTabs } from "#components/desk/moderation/moderation-tabs.tsx";
import { nameOf } from "#components/people/speaker.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { listSuspectedPosts } from "#domain/suspicions/read-suspicions.ts";

const path = "/desk/moderation/votes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk-moderation.votes"))("title") };
}

/** The posts under which accounts look as if they voted as one. */
export default async function Voting() {
  const actor = await requireSignedIn(path);
  if (!can(actor, "moderation.desk")) notFound();
  const [t, language, posts] = await Promise.all([
    getTranslations("desk-moderation.votes"),
    getLocale(),
    listSuspectedPosts(db, actor),
  ]);
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-column px-4 pt-2 pb-10">
      <ModerationTabs current="votes" />
      <h1 className="mt-4">{t("title")}</h1>
      <p className="mt-2 mb-4 max-w-measure text-ink-2">{t("lead")}</p>
      {posts.length === 0 && <EmptyState title={t("none")}>{t("noneWhy")}</EmptyState>}
      <ul>
        {posts.map(({ postId, body, speaker, waiting, confirmed }) => (
          <li key={postId} className="border-b border-rule py-3">
            <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
              <b>{nameOf(language, speaker)}</b>
              {waiting > 0 && <Tag kind="warn">{t("waiting", { n: waiting })}</Tag>}
              {confirmed > 0 && <Tag>{t("confirmed", { n: confirmed })}</Tag>}
            </p>
            <A href={`/desk/discussions/${postId}`} className="line-clamp-2 text-ink">
              {body}
            </A>
          </li>
        ))}
      </ul>
    </main>
  );
}

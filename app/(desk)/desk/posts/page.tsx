import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { Composer, streamKey } from "#components/desk/posts/composer.tsx";
import { DraftCard } from "#components/desk/posts/draft-card.tsx";
import { OwnPost } from "#components/desk/posts/own-post.tsx";
import { named, titled } from "#components/people/named.ts";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { db } from "#db/client.ts";
import { rowId } from "#domain/posts/input.ts";
import { readOwnStreams } from "#domain/posts/own-streams.ts";
import { readDrafts } from "#domain/posts/read-drafts.ts";
import { readOwnPosts } from "#domain/posts/read-posts.ts";
import * as actions from "./actions.ts";
import { publishesOn } from "./publishes-on.ts";
import { soonest } from "./soonest.ts";

const path = "/desk/posts";

const viewInput = z.object({
  as: z.string().max(40).optional().catch(undefined),
  after: rowId.optional().catch(undefined),
  done: z.string().max(20).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("composer"))("title") };
}

/** Writing for a stream: a new post, what is not out yet, and what is. */
export default async function PostsDesk({ searchParams }: PageProps<"/desk/posts">) {
  const actor = await requireSignedIn(path);
  const { as, after, done } = viewInput.parse(await searchParams);
  const [t, language, at, moment] = await Promise.all([getTranslations("composer"), getLocale(), addresses(), now()]);
  const [streams, drafts, out] = await Promise.all([
    readOwnStreams(db, actor),
    readDrafts(db, actor),
    readOwnPosts(db, actor, { after }, moment),
  ]);
  const stream = streams.find((one) => streamKey(one) === as) ?? streams[0];
  const back = at(path);
  if (!stream) {
    return (
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-column px-4 pt-4 pb-10">
        <h1>{t("title")}</h1>
        <EmptyState title={t("noStream")} />
      </main>
    );
  }
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-column px-4 pt-4 pb-10">
      {done && t.has(`done.${done}` as "done.publish") && (
        <div id="said">
          <Notice kind="ok" live>
            {t(`done.${done}` as "done.publish")}
          </Notice>
        </div>
      )}
      <h1>{t("title")}</h1>
      {streams.length > 1 && (
        <Tabs
          label={t("streams")}
          tabs={streams.map((one) => ({
            href: withQuery(path, { as: streamKey(one) }),
            words: one.leader ? titled(language, one.leader) : named(language, one.office),
            current: one === stream,
          }))}
        />
      )}
      <Panel kind="brand" id="compose" className="mt-3">
        <Composer
          // What was sent stands below: the form begins anew.
          key={[streamKey(stream), out.posts[0]?.id, drafts[0]?.id].join(" ")}
          action={actions.compose}
          stream={stream}
          formKey={randomUUID()}
          soonest={soonest(moment)}
        />
      </Panel>
      {drafts.length > 0 && (
        <Section title={t("drafts")} id="drafts">
          <ul className="mt-3 grid gap-3">
            {drafts.map((draft) => (
              <DraftCard
                key={draft.id}
                draft={draft}
                publishes={publishesOn(streams, draft)}
                own={draft.authorId === actor.id}
                approve={actions.approve.bind(null, back)}
                offer={actions.offer.bind(null, back)}
                discard={actions.discard.bind(null, back)}
              />
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("out")} id="out">
        {out.posts.length === 0 ? (
          <p className="py-3 text-ink-2">{t("nothingOut")}</p>
        ) : (
          <ul>
            {out.posts.map((post) => (
              <OwnPost
                key={post.id}
                post={post}
                pin={actions.pin.bind(null, back)}
                unpin={actions.unpin.bind(null, back)}
              />
            ))}
          </ul>
        )}
        <Pager
          label={t("pages")}
          next={out.next === null ? null : `${withQuery(path, { as: as ?? null, after: out.next })}#out`}
          first={after ? withQuery(path, { as: as ?? null }) : null}
        />
      </Section>
    </main>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { streamKey } from "#components/desk/posts/composer.tsx";
import { OwnPost } from "#components/desk/posts/own-post.tsx";
import { StreamChoice } from "#components/desk/posts/stream-choice.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";
import { db } from "#db/client.ts";
import { readDraft } from "#domain/drafts.ts";
import { composingForm, rowId } from "#domain/posts/input.ts";
import { readOwnStreams } from "#domain/posts/own-streams.ts";
import { readDrafts } from "#domain/posts/read-drafts.ts";
import { readOwnPosts } from "#domain/posts/read-posts.ts";
import * as actions from "./actions.ts";
import { Done } from "./done.tsx";
import { NotOut } from "./not-out.tsx";
import { WritePost } from "./write-post.tsx";

const path = "/desk/posts";

const viewInput = z.object({
  as: z.string().max(40).optional().catch(undefined),
  after: rowId.optional().catch(undefined),
  done: z.string().max(20).optional().catch(undefined),
  post: rowId.optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("composer"))("title") };
}

/** Writing for a stream: a new post, what is not out yet, and what is. */
export default async function PostsDesk({ searchParams }: PageProps<"/desk/posts">) {
  const actor = await requireSignedIn(path);
  const { as, after, done, post } = viewInput.parse(await searchParams);
  const [t, at, moment] = await Promise.all([getTranslations("composer"), addresses(), now()]);
  const [streams, drafts, out, begun] = await Promise.all([
    readOwnStreams(db, actor),
    readDrafts(db, actor),
    readOwnPosts(db, actor, { after }, moment),
    readDraft(db, actor, composingForm),
  ]);
  const chosen = as ?? begun?.fields.stream;
  const stream = streams.find((one) => streamKey(one) === chosen) ?? streams[0];
  const back = at(path);
  const newest = Math.max(0, ...drafts.map(({ id }) => id), ...out.posts.map(({ id }) => id));
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[72rem] px-4 pt-3 pb-10 lg:px-6">
      <Done done={done} postId={post} restore={actions.restore.bind(null, back)} />
      <h1>{t("title")}</h1>
      {!stream && <EmptyState title={t("noStream")}>{t("noStreamWhy")}</EmptyState>}
      {stream && (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_23rem] lg:grid-rows-[auto_1fr]">
          <div className="mt-3">
            <StreamChoice path={path} streams={streams} current={stream} />
            {/* What was sent stands below or beside: the form begins anew. */}
            <WritePost key={`${streamKey(stream)} ${newest}`} stream={stream} streams={streams} begun={begun} />
          </div>
          <div className="lg:row-span-2">
            <NotOut person={actor} drafts={drafts} streams={streams} />
          </div>
          <Section title={t("out")} id="out">
            {out.posts.length === 0 && (
              <div className="pt-3">
                <EmptyState title={t("nothingOut")}>{t(stream.leader ? "firstOfLeader" : "firstOfOffice")}</EmptyState>
              </div>
            )}
            <ul>
              {out.posts.map((one) => (
                <OwnPost
                  key={one.id}
                  post={one}
                  pin={actions.pin.bind(null, back)}
                  unpin={actions.unpin.bind(null, back)}
                />
              ))}
            </ul>
            <Pager
              label={t("pages")}
              next={out.next === null ? null : `${withQuery(path, { as: as ?? null, after: out.next })}#out`}
              first={after ? withQuery(path, { as: as ?? null }) : null}
            />
          </Section>
        </div>
      )}
    </main>
  );
}

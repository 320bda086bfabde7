import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import type { Findable } from "#components/desk/find-by-initials.ts";
import { KindFields } from "#components/desk/posts/kind-fields.tsx";
import { NextButtons } from "#components/desk/posts/next-buttons.tsx";
import { WordingFields } from "#components/desk/posts/wording-fields.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { rowId } from "#domain/posts/input.ts";
import { readOwnStreams } from "#domain/posts/own-streams.ts";
import { type Draft, readDraft } from "#domain/posts/read-drafts.ts";
import { readPost } from "#domain/posts/read-post.ts";
import type { ShownPost } from "#domain/posts/shown.ts";
import { correct, redraft } from "../actions.ts";
import { hostChoices } from "../host-choices.ts";
import { keptOf } from "../kept-of.ts";
import { publishesOn } from "../publishes-on.ts";
import { soonest, wallClock } from "../soonest.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("composer"))("editTitle") };
}

/** Mending a post: before it is out everything of it, afterwards its words, with the former ones kept beside them. */
export default async function EditPost({ params }: PageProps<"/desk/posts/[id]">) {
  const { id } = await params;
  const actor = await requireSignedIn(`/desk/posts/${id}`);
  const postId = rowId.safeParse(id);
  if (!postId.success) notFound();
  const moment = await now();
  const [draft, streams, t] = await Promise.all([
    readDraft(db, actor, postId.data),
    readOwnStreams(db, actor),
    getTranslations("composer"),
  ]);
  const post = draft ? null : ((await readPost(db, postId.data, moment))?.post ?? null);
  const own = post && streams.some((stream) => stream.publishes && speaks(stream, post));
  if (!draft && !own) notFound();
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-column px-4 pt-4 pb-10">
      <A href="/desk/posts" className="inline-flex min-h-target items-center">
        {t("backToPosts")}
      </A>
      <h1>{t("editTitle")}</h1>
      {draft ? (
        <DraftForm
          draft={draft}
          publishes={publishesOn(streams, draft)}
          soonest={soonest(moment)}
          hosts={hostChoices([...streams, ...(draft.session?.hosts ?? [])], await getLocale())}
        />
      ) : (
        <CorrectForm post={post!} />
      )}
    </main>
  );
}

type Stream = Awaited<ReturnType<typeof readOwnStreams>>[number];

function speaks({ leader, office }: Stream, { speaker }: ShownPost): boolean {
  return speaker.leader
    ? leader?.handle === speaker.leader.handle
    : leader === null && office.slug === speaker.office?.slug;
}

interface DraftFormProps {
  draft: Draft;
  publishes: boolean;
  soonest: string;
  hosts: readonly Findable[];
}

async function DraftForm({ draft, publishes, soonest, hosts }: DraftFormProps) {
  const t = await getTranslations("composer");
  return (
    <ActionForm action={redraft} problemsTitle={t("problems")} ids={{ body: "post-body" }} className="mt-3 grid gap-4">
      <button type="submit" name="next" value="keep" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <input type="hidden" name="postId" value={draft.id} />
      <input type="hidden" name="key" value={randomUUID()} />
      {draft.state !== "draft" && <Notice kind="warn">{t(`editing.${draft.state}`)}</Notice>}
      <WordingFields
        body={draft.body}
        images={draft.images.map(({ token }) => token)}
        alts={Object.fromEntries(draft.images.map(({ token, alt }) => [token, alt]))}
        between={<KindFields kinds={[draft.kind]} kept={keptOf(draft)} hosts={hosts} />}
        rows={8}
      />
      <NextButtons
        publishes={publishes}
        soonest={soonest}
        publishAt={draft.publishAt ? wallClock(draft.publishAt) : undefined}
      />
    </ActionForm>
  );
}

async function CorrectForm({ post }: { post: ShownPost }) {
  const t = await getTranslations("composer");
  return (
    <ActionForm action={correct} problemsTitle={t("problems")} ids={{ body: "post-body" }} className="mt-3 grid gap-4">
      <input type="hidden" name="postId" value={post.id} />
      <Notice kind="warn">{t("correctMeans")}</Notice>
      <FormArea name="body" id="post-body" label={t("body")} song rows={8} defaultValue={post.body} />
      <div>
        <Button kind="go">{t("correctSend")}</Button>
      </div>
    </ActionForm>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { idOf } from "#app/_square/query.ts";
import { ModerationTabs } from "#components/desk/moderation/moderation-tabs.tsx";
import { PaceForm } from "#components/desk/moderation/pace-form.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import { readDiscussion } from "#domain/posts/read-discussion.ts";
import { isRefusal } from "#domain/refusal.ts";
import { pace } from "./actions.ts";
import { Voting } from "./voting.tsx";

const viewInput = z.object({
  did: z.enum(["pace", "confirmed", "cleared", "struck", "unstruck"]).optional().catch(undefined),
  n: z.coerce.number().int().min(0).catch(0),
  strike: z.literal("1").optional().catch(undefined),
  personIds: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk-moderation.discussion"))("title") };
}

/** How fast a post is talked about, for its host; for its moderators also who votes as one, and the numbered acts. */
export default async function Discussion({ params, searchParams }: PageProps<"/desk/discussions/[id]">) {
  const id = idOf((await params).id);
  const actor = await requireSignedIn(`/desk/discussions/${id ?? ""}`);
  const post = id ? await find(actor, id) : null;
  if (!post) notFound();
  const { did, n, strike, personIds } = viewInput.parse(await searchParams);
  const t = await getTranslations("desk-moderation.discussion");
  const chosen = [personIds ?? []].flat().flatMap((one) => idOf(one) ?? []);
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-column px-4 pt-2 pb-10">
      {post.weighs && <ModerationTabs current="votes" />}
      <h1 className="mt-4">{t("title")}</h1>
      <p className="line-clamp-3">{post.body}</p>
      <A href={`/posts/${post.id}`} className="inline-flex min-h-target items-center">
        {t("post")}
      </A>
      {did && (
        <Notice kind="ok" live>
          {did === "pace" ? t("saved") : t(`did.${did}`, { n })}
        </Notice>
      )}
      <PaceForm post={post} action={pace} />
      {post.weighs && <Voting actor={actor} post={post} chosen={strike ? chosen : null} />}
    </main>
  );
}

async function find(actor: Actor, id: number) {
  try {
    return await readDiscussion(db, actor, id);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

import { getTranslations } from "next-intl/server";
import { FlaggedPosts } from "#components/desk/moderation/flagged-posts.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { listFlaggedPosts } from "#domain/flags/read-flags.ts";
import { hideReported, keep } from "./actions.ts";

interface ReportedProps {
  actor: Person;
  did: "kept" | "hidden" | undefined;
  back: string;
}

/** Reported posts and updates, beside the comments' queue. */
export async function Reported({ actor, did, back }: ReportedProps) {
  const [t, posts] = await Promise.all([getTranslations("desk-moderation.flagged"), listFlaggedPosts(db, actor)]);
  return (
    <>
      {did && (
        <Notice kind="ok" live>
          {t(did)}
        </Notice>
      )}
      <FlaggedPosts posts={posts} keep={keep.bind(null, back)} hide={hideReported.bind(null, back)} />
    </>
  );
}

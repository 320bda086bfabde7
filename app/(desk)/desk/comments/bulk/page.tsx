import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { BulkForm } from "#components/desk/moderation/bulk-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { showComments } from "#domain/comments/shown.ts";
import { previewBulk } from "#domain/moderation/bulk.ts";
import { previewInput } from "#domain/moderation/input.ts";
import { undoMinutes } from "#domain/moderation/undo.ts";
import { isRefusal } from "#domain/refusal.ts";
import { act as doIt } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk-moderation.tabs"))("queue") };
}

/** What a bulk act would do, before it is done. */
export default async function Bulk({ searchParams }: PageProps<"/desk/comments/bulk">) {
  const actor = await requireSignedIn("/desk/comments");
  if (!can(actor, "moderation.desk")) notFound();
  const asked = previewInput.safeParse(await searchParams);
  const t = await getTranslations("desk-moderation");
  const preview = asked.success ? await previewOrNothing(actor, asked.data) : null;
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-column px-4 pt-4 pb-10">
      <A href="/desk/comments" className="inline-flex min-h-target items-center">
        {t("back")}
      </A>
      <h1>{t(`bulk.title.${asked.data?.act ?? "review"}`)}</h1>
      {asked.success && preview ? (
        <BulkForm act={asked.data.act} {...preview} minutes={undoMinutes} action={doIt} />
      ) : (
        <div className="mt-4">
          <EmptyState title={t("bulk.none")}>{t("bulk.noneWhy")}</EmptyState>
        </div>
      )}
    </main>
  );
}

/** One that may not be moderated here, or is gone, makes the whole choice none: nothing is done by halves. */
async function previewOrNothing(actor: Parameters<typeof previewBulk>[1], input: Parameters<typeof previewBulk>[2]) {
  try {
    const { does, skips } = await previewBulk(db, actor, input);
    const shown = await showComments(db, [...does, ...skips], await now());
    return {
      does: shown.filter(({ id }) => does.includes(id)),
      skips: shown.filter(({ id }) => skips.includes(id)),
    };
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

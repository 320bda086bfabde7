import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { MentionList } from "#components/mentions/mention-list.tsx";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { mentionCursor } from "#domain/mentions/input.ts";
import { listMentions } from "#domain/mentions/list-mentions.ts";

const path = "/desk/mentions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mentions.desk"))("title") };
}

/** 提到我们: where the offices and positions of this desk are named in public. */
export default async function DeskMentions({ searchParams }: PageProps<"/desk/mentions">) {
  const actor = await requireSignedIn(path);
  if (!can(actor, "mention.desk")) notFound();
  const after = mentionCursor.parse((await searchParams).after ?? null);
  const page = await listMentions(db, actor, { of: "desk", after }, await now());
  const t = await getTranslations("mentions.desk");
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[60rem] px-4 pt-3 pb-10 lg:px-6">
      <h1>{t("title")}</h1>
      <p className="mt-1 mb-4 text-ink-2">{t("lead")}</p>
      <MentionList of="desk" path={path} after={after} page={page} />
    </main>
  );
}

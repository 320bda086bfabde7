import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { ModerationTabs } from "#components/desk/moderation/moderation-tabs.tsx";
import { OpenContest } from "#components/desk/moderation/open-contest.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { grievanceOutcomes } from "#domain/grievances/input.ts";
import { listGrievances } from "#domain/grievances/read-grievances.ts";
import { decide } from "./actions.ts";

const path = "/desk/moderation/contests";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("grievances.desk"))("title") };
}

/** 申诉: what others did and somebody contests; who did it sees it and does not decide. */
export default async function Contests({ searchParams }: PageProps<"/desk/moderation/contests">) {
  const actor = await requireSignedIn(path);
  if (!can(actor, "moderation.desk")) notFound();
  const { done } = await searchParams;
  const outcome = grievanceOutcomes.find((one) => one === done);
  const [t, open] = await Promise.all([getTranslations("grievances.desk"), listGrievances(db, actor)]);
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-column px-4 pt-2 pb-10">
      <ModerationTabs current="contests" />
      <h1 className="mt-4">{t("title")}</h1>
      {outcome && (
        <Notice kind="ok" live>
          {t(`done.${outcome}`)}
        </Notice>
      )}
      {open.length === 0 && (
        <div className="mt-4">
          <EmptyState title={t("none")}>{t("noneWhy")}</EmptyState>
        </div>
      )}
      <ol>
        {open.map((one) => (
          <OpenContest key={one.id} contest={one} action={decide} />
        ))}
      </ol>
    </main>
  );
}

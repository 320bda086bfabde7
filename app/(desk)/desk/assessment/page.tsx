import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { FormulaPart } from "#app/(desk)/desk/assessment/formula.tsx";
import { OwnPart } from "#app/(desk)/desk/assessment/own.tsx";
import { SupervisorsPart } from "#app/(desk)/desk/assessment/supervisors.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { holds } from "#domain/access/holds.ts";
import { can } from "#domain/access/policy.ts";
import { readOwnScores } from "#domain/assessment/own-scores.ts";
import { rootRegion } from "#domain/assessment/root.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assessment.desk"))("title") };
}

/** Supervisors freeze, leave out and decide; offices see their scores and contest them; administrators mend the formula. */
export default async function AssessmentDesk({ searchParams }: PageProps<"/desk/assessment">) {
  const actor = await requireSignedIn("/desk/assessment");
  if (!can(actor, "assessment.desk")) notFound();
  const [t, root, { done }] = await Promise.all([getTranslations("assessment.desk"), rootRegion(db), searchParams]);
  const said = typeof done === "string" && t.has(`done.${done}` as "done.freeze") ? (done as "freeze") : null;
  const speaksForOffice = holds(actor, "leader") || holds(actor, "operator");
  return (
    <Columns wide>
      <div className="mx-auto w-full max-w-page px-4 pb-12 lg:px-6">
        <h1>{t("title")}</h1>
        <p className="text-ink-2">
          {t("lead")} <A href="/assessment">{t("see")}</A>
        </p>
        {said && (
          <Notice kind="ok" live>
            {t(`done.${said}`)}
          </Notice>
        )}
        {holds(actor, "supervisor") && (
          <SupervisorsPart actor={actor} mayFreeze={can(actor, "assessment.freeze", root)} />
        )}
        {speaksForOffice && <OwnPart own={await readOwnScores(db, actor, await now())} />}
        {can(actor, "assessment.formula", root) && <FormulaPart />}
      </div>
    </Columns>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { ConfirmedAppeals, OpenReports, WaitingAppeals } from "#components/appeals/desk-lists.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";
import { db } from "#db/client.ts";
import { holds } from "#domain/access/holds.ts";
import { listConfirmed, listOpenReports, listToVerify } from "#domain/appeals/desk-appeals.ts";
import { rowId } from "#domain/posts/input.ts";

const path = "/desk/appeals";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appeals.desk"))("title") };
}

/** What one's office is asked to verify, what it has confirmed, and reports of misuse for who looks into them. */
export default async function AppealsDesk({ searchParams }: PageProps<"/desk/appeals">) {
  const actor = await requireSignedIn(path);
  const after = rowId
    .optional()
    .catch(undefined)
    .parse((await searchParams).after);
  const verifies = (["operator", "handler", "triage"] as const).some((role) => holds(actor, role));
  const oversees = (["moderator", "supervisor"] as const).some((role) => holds(actor, role));
  const [t, waiting, confirmed, reports, at] = await Promise.all([
    getTranslations("appeals.desk"),
    listToVerify(db, actor, after),
    listConfirmed(db, actor),
    listOpenReports(db, actor),
    now(),
  ]);
  return (
    <Columns wide>
      <div className="mx-auto w-full max-w-page px-4 pb-12 lg:px-6">
        <h1>{t("title")}</h1>
        <p className="text-ink-2">{t("lead")}</p>
        {(oversees || reports.length > 0) && (
          <Section title={t("reports")}>
            <OpenReports reports={reports} />
          </Section>
        )}
        {verifies && (
          <>
            <Section title={t("toVerify")}>
              <WaitingAppeals appeals={waiting.appeals} now={at.at} />
              <Pager
                label={t("pages")}
                next={waiting.next ? `${path}?after=${waiting.next}` : null}
                first={after ? path : null}
              />
            </Section>
            {confirmed.length > 0 && (
              <Section title={t("confirmed")}>
                <ConfirmedAppeals appeals={confirmed} />
              </Section>
            )}
          </>
        )}
      </div>
    </Columns>
  );
}

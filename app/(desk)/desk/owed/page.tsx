import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { OwedRow } from "#components/desk/owed/owed-row.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { listOwed } from "#domain/owed-answers/list-owed.ts";
import { rowId } from "#domain/posts/input.ts";
import { answer } from "./actions.ts";

const path = "/desk/owed";

const viewInput = z.object({
  after: rowId.optional().catch(undefined),
  said: rowId.optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("owed.desk"))("title") };
}

/** What a leader or an office owes an answer to in public: the oldest date first, answered here or made a letter. */
export default async function Owed({ searchParams }: PageProps<"/desk/owed">) {
  const actor = await requireSignedIn(path);
  if (!can(actor, "owed.list")) notFound();
  const { after, said } = viewInput.parse(await searchParams);
  const [t, page] = await Promise.all([
    getTranslations("owed.desk"),
    now().then((at) => listOwed(db, actor, after, at)),
  ]);
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[60rem] px-4 pt-3 pb-10 lg:px-6">
      <div id="said">
        {said && (
          <Notice kind="ok" live>
            {t.rich("said", { a: (words) => <A href={`/posts/${said}`}>{words}</A> })}
          </Notice>
        )}
      </div>
      <h1>{t("title")}</h1>
      <p className="mt-1 text-ink-2">{t("lead")}</p>
      {page.rows.length === 0 ? (
        <div className="mt-4">
          <EmptyState title={t("none")}>{t("noneYet")}</EmptyState>
        </div>
      ) : (
        <ul aria-label={t("list")} className="mt-4 grid gap-3">
          {page.rows.map((owed) => (
            <OwedRow key={owed.id} owed={owed} answer={answer} />
          ))}
        </ul>
      )}
      <Pager
        label={t("pages")}
        next={page.next === null ? null : withQuery(path, { after: page.next })}
        first={after ? path : null}
      />
    </main>
  );
}

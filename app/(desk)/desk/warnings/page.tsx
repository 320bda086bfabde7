import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { WarningCard } from "#components/desk/warnings/warning-card.tsx";
import { withQuery } from "#components/ui/address.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { warningShows } from "#domain/concerns/input.ts";
import { listWarnings } from "#domain/concerns/list-warnings.ts";
import { rowId } from "#domain/posts/input.ts";
import { dismiss, note } from "./actions.ts";

const path = "/desk/warnings";

const viewInput = z.object({
  show: z.enum(warningShows).catch("open"),
  after: rowId.optional().catch(undefined),
  said: z.enum(["noted", "dismissed"]).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("warnings"))("title") };
}

/** 诉求聚集: what rises against its own history in the regions of a leader or supervisor, with the evidence for it. */
export default async function Warnings({ searchParams }: PageProps<"/desk/warnings">) {
  const actor = await requireSignedIn(path);
  if (!can(actor, "warnings.list")) notFound();
  const { show, after, said } = viewInput.parse(await searchParams);
  const [t, page] = await Promise.all([
    getTranslations("warnings"),
    now().then((at) => listWarnings(db, actor, { show, after }, at)),
  ]);
  const here = (change: Record<string, string | number | null> = {}) =>
    withQuery(path, { show: show === "open" ? null : show, ...change });
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[60rem] px-4 pt-3 pb-10 lg:px-6">
      <div id="said">
        {said && (
          <Notice kind="ok" live>
            {t(`said.${said}`)}
          </Notice>
        )}
      </div>
      <h1>{t("title")}</h1>
      <p className="mt-1 text-ink-2">{t("lead")}</p>
      <Disclosure summary={t("how")} className="text-sm">
        <p className="max-w-measure pb-2 leading-relaxed text-ink-2">{t("formula")}</p>
      </Disclosure>
      <Tabs
        label={t("show")}
        tabs={warningShows.map((one) => ({
          href: withQuery(path, { show: one === "open" ? null : one }),
          words: t(`shows.${one}`),
          current: one === show,
        }))}
      />
      {page.rows.length === 0 ? (
        <div className="mt-4">
          <EmptyState title={t(`none.${show}`)}>{t(`noneYet.${show}`)}</EmptyState>
        </div>
      ) : (
        <ul className="mt-4 grid gap-4">
          {page.rows.map((warning) => (
            <WarningCard key={warning.id} warning={warning} note={note} dismiss={dismiss} />
          ))}
        </ul>
      )}
      <Pager
        label={t("pages")}
        next={page.next === null ? null : here({ after: page.next })}
        first={after ? here() : null}
      />
    </main>
  );
}

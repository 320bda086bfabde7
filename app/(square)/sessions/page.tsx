import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSessionsPage } from "#app/_square/sessions.ts";
import { Columns } from "#components/frame/columns.tsx";
import { SessionRows } from "#components/sessions/session-rows.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";

const path = "/sessions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions"))("title") };
}

/** 在线问政: what is live and announced, and what came of those that are over. */
export default async function Sessions({ searchParams }: PageProps<"/sessions">) {
  const { open, past, next, after } = await readSessionsPage(await searchParams);
  const t = await getTranslations("sessions");
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <p className="mt-2 max-w-measure text-ink-2">{t("lead")}</p>
      {!after && (
        <Section title={t("open")}>
          <div data-live="open-sessions">
            {open.length > 0 ? (
              <SessionRows posts={open} />
            ) : (
              <div className="pt-3">
                <EmptyState title={t("noneOpen")}>{t("noneOpenYet")}</EmptyState>
              </div>
            )}
          </div>
        </Section>
      )}
      <Section title={t("past")} id="past">
        {past.length > 0 ? (
          <SessionRows posts={past} />
        ) : (
          <div className="pt-3">
            <EmptyState title={t("nonePast")} />
          </div>
        )}
        <Pager label={t("pages")} next={next ? withQuery(path, { after: next }) : null} first={after ? path : null} />
      </Section>
    </Columns>
  );
}

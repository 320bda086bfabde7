import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { SessionRows } from "#components/sessions/session-rows.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { db } from "#db/client.ts";
import { readLedSessions } from "#domain/sessions/read-led.ts";

const path = "/desk/sessions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions.desk"))("title") };
}

/** The sessions that somebody hosts or leads, the latest first. */
export default async function SessionsDesk() {
  const actor = await requireSignedIn(path);
  const [t, led] = await Promise.all([
    getTranslations("sessions.desk"),
    now().then((at) => readLedSessions(db, actor, at)),
  ]);
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[60rem] px-4 pt-3 pb-10 lg:px-6">
      <h1>{t("title")}</h1>
      <p className="mt-1 text-ink-2">{t("lead")}</p>
      <p className="mt-3">
        <LinkButton href="/desk/posts" icon="plus">
          {t("new")}
        </LinkButton>
      </p>
      {led.length > 0 ? (
        <SessionRows posts={led} under={path} />
      ) : (
        <div className="mt-4">
          <EmptyState title={t("none")}>{t("noneWhy")}</EmptyState>
        </div>
      )}
    </main>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { LightsBoard } from "#components/desk/lights/board.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { readLightsBoard } from "#domain/supervision/lights-board.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lights"))("title") };
}

/** The supervisor's first screen: which offices' clocks burn how. */
export default async function Lights() {
  const actor = await requireSignedIn("/desk/lights");
  if (!can(actor, "lights.read")) notFound();
  const [board, t] = await Promise.all([readLightsBoard(db, actor, await now()), getTranslations("lights")]);
  return (
    <main id="main" tabIndex={-1} className="w-full px-4 pt-3 pb-8 lg:px-5">
      <h1 className="mb-3 text-xl">
        {t("title")}
        <small className="ms-3 font-normal text-ink-2">{t("open", { n: board.total.open })}</small>
      </h1>
      {board.rows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneYet")}</EmptyState>
      ) : (
        <LightsBoard board={board} />
      )}
    </main>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { Columns } from "#components/frame/columns.tsx";
import { StruckList } from "#components/grievances/struck-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { listStruck } from "#domain/grievances/read-grievances.ts";
import { readHandover } from "#domain/handovers.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("grievances.mine"))("title") };
}

/** What was hidden of mine or struck of my votes, why and by whom, and the one contest that I may raise of each. */
export default async function Moderated({ searchParams }: PageProps<"/me/moderated">) {
  const { done, kept, of } = await searchParams;
  const token = typeof kept === "string" ? kept : "";
  const back = token ? `?${new URLSearchParams({ of: String(of), kept: token })}` : "";
  const person = await requireSignedIn(`/me/moderated${back}`);
  if (!can(person, "flags.own")) notFound();
  const at = await now();
  const [t, struck, handover] = await Promise.all([
    getTranslations("grievances.mine"),
    listStruck(db, person, at),
    token ? readHandover(db, token, at) : null,
  ]);
  const refusal = handover?.refusal ? { key: handover.refusal, details: handover.details ?? {} } : null;
  return (
    <Columns>
      <nav className="text-sm text-ink-2">
        <A href="/me">{t("crumb")}</A> / {t("title")}
      </nav>
      <h1 className="mt-2">{t("title")}</h1>
      <FormRefusal words={refusal && (await wordsOfRefusal(refusal))} />
      {done === "raised" && (
        <Notice kind="ok" live>
          {t("raised")}
        </Notice>
      )}
      <p className="mt-2 max-w-measure text-ink-2">{t("words")}</p>
      {struck.length > 0 ? (
        <StruckList struck={struck} typed={handover ? { of: String(of), words: handover.fields.words ?? "" } : null} />
      ) : (
        <div className="mt-4">
          <EmptyState title={t("none")}>{t("noneWhy")}</EmptyState>
        </div>
      )}
    </Columns>
  );
}

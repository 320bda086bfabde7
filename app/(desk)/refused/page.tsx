import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { ownPath } from "#app/_edge/own-path.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { Columns } from "#components/frame/columns.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { db } from "#db/client.ts";
import { readHandover } from "#domain/handovers.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("refused"))("title") };
}

/** What a small form without scripts was refused for, with what was typed, and the way back. */
export default async function Refused({ searchParams }: PageProps<"/refused">) {
  const { kept } = await searchParams;
  const handover = typeof kept === "string" ? await readHandover(db, kept, await now()) : null;
  if (!handover) notFound();
  const back = ownPath(handover.path);
  // It only wanted a sign-in; the way leads through here because the token does.
  if (!handover.refusal) redirect(back);
  const t = await getTranslations("refused");
  const typed = handover.fields.body?.trim();
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <FormRefusal words={await wordsOfRefusal({ key: handover.refusal, details: handover.details ?? {} })} />
      {typed && (
        <section aria-labelledby="typed" className="mb-6">
          <h2 id="typed" className="text-lg">
            {t("typed")}
          </h2>
          <p className="mt-2 whitespace-pre-line border border-rule bg-card p-4 font-song">{typed}</p>
        </section>
      )}
      <LinkButton href={back}>{t("back")}</LinkButton>
    </Columns>
  );
}

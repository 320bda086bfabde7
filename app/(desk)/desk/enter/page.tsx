import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { addresseeName } from "#app/(desk)/write/where/choices.ts";
import { EnterForm } from "#components/desk/letter/enter-form.tsx";
import { named } from "#components/people/named.ts";
import { db } from "#db/client.ts";
import { readKeptMailboxes, readPlaces } from "#domain/letters/addressees.ts";
import { enter } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("enter"))("title") };
}

/** 代为登记: what came by telephone, visit or paper gets the same number and the same time as any other letter. */
export default async function EnterPage() {
  const actor = await requireSignedIn("/desk/enter");
  const [mailboxes, places, language, t] = await Promise.all([
    readKeptMailboxes(db, actor),
    readPlaces(db),
    getLocale(),
    getTranslations("enter"),
  ]);
  if (mailboxes.length === 0) notFound();
  return (
    <main id="main" tabIndex={-1} className="w-full min-w-0 max-w-[46rem] px-4 pt-3 pb-10 lg:px-6">
      <h1 className="text-xl">{t("title")}</h1>
      <p className="mt-1 mb-4 text-ink-2">{t("lead")}</p>
      <EnterForm
        action={enter}
        mailboxes={mailboxes.map((one) => ({ value: one.slug, words: addresseeName(one, language) }))}
        regions={places.map((place) => ({ value: place.slug, words: named(language, place) }))}
      />
    </main>
  );
}

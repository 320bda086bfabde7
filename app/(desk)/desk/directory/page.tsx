import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { KeptPhone, NewPhone } from "#components/directory/phone-forms.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { named } from "#components/people/named.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { db } from "#db/client.ts";
import { readKeptPhones } from "#domain/directory/read-phones.ts";
import * as actions from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("directory.desk"))("title") };
}

/** The telephones of the offices whose mailboxes one keeps. */
export default async function DeskDirectory() {
  const actor = await requireSignedIn("/desk/directory");
  const [offices, language, t] = await Promise.all([
    readKeptPhones(db, actor, await now()),
    getLocale(),
    getTranslations("directory.desk"),
  ]);
  return (
    <Columns wide>
      <div className="mx-auto w-full max-w-column px-4 pb-12">
        <h1>{t("title")}</h1>
        <p className="max-w-measure text-ink-2">{t("words")}</p>
        {offices.length === 0 && <EmptyState title={t("noOffice")}>{t("noOfficeWords")}</EmptyState>}
        {offices.map((office) => (
          <Section
            key={office.slug}
            title={named(language, office)}
            aside={<A href={`/offices/${office.slug}`}>{t("public")}</A>}
          >
            {office.phones.length === 0 && <p className="py-2 text-ink-2">{t("none")}</p>}
            {office.phones.map((phone) => (
              <KeptPhone key={phone.id} phone={phone} change={actions.change} remove={actions.remove} />
            ))}
            <NewPhone office={office.slug} action={actions.add} />
          </Section>
        ))}
      </div>
    </Columns>
  );
}

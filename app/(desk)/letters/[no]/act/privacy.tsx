import { getLocale, getTranslations } from "next-intl/server";
import { named } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { When } from "#components/ui/when.tsx";
import { db } from "#db/client.ts";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";
import { type Reading, readReadings } from "#domain/publication/read-readings.ts";
import { keepPrivate } from "./privacy-actions.ts";
import { Which } from "./which.tsx";

/** The writer's own: who has looked, and taking the consent back as easily as it was given. */
export async function Privacy({ letter }: { letter: LetterForPerson }) {
  if (!letter.isAuthor) return null;
  const t = await getTranslations("publication.privacy");
  const readings = await readReadings(db, letter.id);
  const mayKeep = letter.visibility !== "handlers" && letter.kind !== "accusation";
  return (
    <Section title={t("title")} className="unprinted">
      {readings.length === 0 ? (
        <p className="py-2 text-ink-2">{t("nobody")}</p>
      ) : (
        <>
          <p className="py-2 text-sm text-ink-2">{t("recorded")}</p>
          <ul className="border-t border-rule text-sm">
            {readings.map((reading) => (
              <Line key={reading.eventId} reading={reading} />
            ))}
          </ul>
        </>
      )}
      {mayKeep && (
        <ActionForm action={keepPrivate} problemsTitle={t("problems")} className="mt-4 grid gap-2">
          <Which letter={letter} />
          <p className="text-ink-2">{t(letter.publishedAt ? "keepPublished" : "keep")}</p>
          <Button icon="eye-off" className="justify-self-start">
            {t("keepAct")}
          </Button>
        </ActionForm>
      )}
    </Section>
  );
}

async function Line({ reading: { what, at, role, office } }: { reading: Reading }) {
  const [t, roles, language] = await Promise.all([
    getTranslations("publication.privacy"),
    getTranslations("desk-menu.roles"),
    getLocale(),
  ]);
  const as = role && roles.has(role as "triage") ? roles(role as "triage") : null;
  return (
    <li className="flex flex-wrap justify-between gap-x-4 border-b border-rule py-1.5">
      <span>
        {[office && named(language, office), as].filter(Boolean).join(" · ") || t("somebody")} <b>{t(what)}</b>
      </span>
      <span className="text-ink-2">
        <When at={at} short />
      </span>
    </li>
  );
}

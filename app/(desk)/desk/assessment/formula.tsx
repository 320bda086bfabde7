import { getTranslations } from "next-intl/server";
import { dayWords } from "#components/letters/date-words.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea, FormText } from "#components/ui/form-fields.tsx";
import { Section } from "#components/ui/section.tsx";
import { db } from "#db/client.ts";
import { listFormulas } from "#domain/assessment/formulas.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import { changeFormula } from "./actions.ts";

const numbers = ["excellent", "good", "pass", "minimum"] as const;

/** How scores are reckoned: every version there was, and the next. */
export async function FormulaPart() {
  const [t, versions, calendar, formulas] = await Promise.all([
    getTranslations("assessment.desk"),
    getTranslations("assessment.versions"),
    getTranslations("calendar"),
    listFormulas(db),
  ]);
  const newest = formulas[0]!;
  const given = { ...newest.bands, minimum: newest.minimum };
  return (
    <Section title={t("formula")}>
      <p className="mt-2 text-ink-2">{t("formulaWords")}</p>
      <ActionForm action={changeFormula} problemsTitle={t("problems")} className="mt-2 grid max-w-[40rem] gap-3">
        <FormArea
          name="text"
          label={t("text")}
          hint={t("textHint")}
          rows={3}
          maxLength={400}
          defaultValue={newest.text}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          {numbers.map((name) => (
            <FormText key={name} name={name} label={t(name)} inputMode="decimal" defaultValue={String(given[name])} />
          ))}
          <FormText name="validFrom" type="date" label={t("validFrom")} />
        </div>
        <Button className="justify-self-start">{t("formulaDo")}</Button>
      </ActionForm>
      <h3 className="mt-5 text-base">{t("formulas")}</h3>
      <ul>
        {formulas.map(({ version, text, validFrom }) => (
          <li key={version} className="border-b border-rule py-2">
            {versions("version", { n: version })} · {t("from", { date: dayWords(calendar, validFrom as CivilDate) })}
            <code className="block text-sm break-words">{text}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}

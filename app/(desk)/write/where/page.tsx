import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { saveWhere } from "#app/(desk)/write/actions.ts";
import { FormFoot } from "#app/(desk)/write/form-foot.tsx";
import { requireWriting } from "#app/(desk)/write/require-writing.ts";
import { addresseeChoices, mailboxGroups, placeChoices } from "#app/(desk)/write/where/choices.ts";
import { Columns } from "#components/frame/columns.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { Emergency } from "#components/letters/emergency.tsx";
import { OtherWays } from "#components/letters/other-ways.tsx";
import { WhoSees } from "#components/letters/who-sees.tsx";
import { writeAddress } from "#components/letters/write-addresses.ts";
import { WriteSteps } from "#components/letters/write-steps.tsx";
import { WrittenSoFar } from "#components/letters/written-so-far.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { FormRadios, FormSelect, FormText } from "#components/ui/form-fields.tsx";
import { db } from "#db/client.ts";
import { readAddressees, readPlaces } from "#domain/letters/addressees.ts";
import { tellsOfDanger } from "#domain/letters/danger.ts";
import { expectedDates } from "#domain/letters/expected-dates.ts";
import { suggestMailboxes } from "#domain/letters/suggest-mailboxes.ts";
import { needsPlace } from "#domain/letters/writing-input.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("write"))("where.title") };
}

/** 写信 2: where it happened, and to whom it goes. Not knowing whom is the first choice and a good one. */
export default async function WherePage() {
  const { writing } = await requireWriting("where");
  const { fields } = writing;
  const text = `${fields.title}\n${fields.body}`;
  const [places, addressees, suggested, dates] = await Promise.all([
    readPlaces(db),
    readAddressees(db),
    suggestMailboxes(db, text),
    expectedDates(db, "complaint", await now()),
  ]);
  const t = await getTranslations("write");
  const language = await getLocale();
  const calendar = await getTranslations("calendar");
  const date = dayWords(calendar, dates.accept.by);
  const by = dates.accept.provisional ? calendar("expected", { date }) : date;
  const words = await getTranslations("write.where");
  const options = addresseeChoices({ addressees, suggested, language, t: words, by });
  const listed = options.some(({ value }) => value === fields.to);
  return (
    <Columns
      act={<Emergency found={tellsOfDanger(text)} className="mb-4 lg:mb-0" />}
      aside={
        <>
          <WhoSees step="where" accusation={fields.kind === "accusation"} />
          <OtherWays />
        </>
      }
    >
      <WriteSteps current="where" />
      <ActionForm action={saveWhere} problemsTitle={t("problemsTitle")} className="grid gap-7">
        <div>
          <h1 className="mt-4">{t("where.title")}</h1>
          <p className="text-ink-2">{t("where.hint")}</p>
          <WrittenSoFar fields={fields} />
        </div>
        <input type="hidden" name="kind" value={fields.kind} />
        <Fieldset id="region" number={1} legend={t("where.place")}>
          <div className="grid gap-4 sm:grid-cols-2">
            <FormSelect
              name="county"
              label={t("where.county")}
              defaultValue={fields.county}
              choices={[{ value: "", words: t("where.whole") }, ...placeChoices(places, "county", language)]}
            />
            <FormSelect
              name="township"
              label={t("where.township")}
              defaultValue={fields.township}
              choices={[{ value: "", words: t("where.unclear") }, ...placeChoices(places, "township", language)]}
            />
          </div>
          <FormText
            className="mt-4"
            name="place"
            label={needsPlace(fields.kind) ? t("where.exact") : t("where.exactOptional")}
            hint={t("where.exactHint")}
            defaultValue={fields.place}
            maxLength={100}
            autoComplete="street-address"
          />
        </Fieldset>
        <FormRadios
          name="to"
          number={2}
          legend={t("where.to")}
          options={options}
          defaultValue={fields.to && !listed ? "other" : fields.to}
        />
        <FormSelect
          name="other"
          label={t("where.list")}
          defaultValue={listed ? fields.other : fields.other || fields.to}
          choices={[{ value: "", words: t("where.choose") }, ...mailboxGroups(addressees, language)]}
        />
        <FormFoot back={writeAddress.what} autosave savedAt={writing.at} />
      </ActionForm>
    </Columns>
  );
}

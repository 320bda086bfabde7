import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { saveWho } from "#app/(desk)/write/actions.ts";
import { FormFoot } from "#app/(desk)/write/form-foot.tsx";
import { requireWriting } from "#app/(desk)/write/require-writing.ts";
import { Columns } from "#components/frame/columns.tsx";
import { Emergency } from "#components/letters/emergency.tsx";
import { WhoSees } from "#components/letters/who-sees.tsx";
import { writeAddress } from "#components/letters/write-addresses.ts";
import { WriteSteps } from "#components/letters/write-steps.tsx";
import { WrittenSoFar } from "#components/letters/written-so-far.tsx";
import { named, titled } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { FormCheckbox, FormRadios, FormSelect, FormText } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { readAccusable } from "#domain/letters/addressees.ts";
import { tellsOfDanger } from "#domain/letters/danger.ts";
import { visibilities } from "#domain/letters/input.ts";
import type { WritingFields } from "#domain/letters/writing.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("write"))("who.title") };
}

/** 写信 3: how to reach the writer, and who sees the letter. Publishing needs a consent of its own. */
export default async function WhoPage() {
  const { person, writing } = await requireWriting("who");
  const { fields } = writing;
  const accusation = fields.kind === "accusation";
  const t = await getTranslations("write");
  return (
    <Columns
      act={<Emergency found={tellsOfDanger(`${fields.title}\n${fields.body}`)} />}
      aside={<WhoSees step="who" accusation={accusation} />}
    >
      <WriteSteps current="who" />
      <ActionForm action={saveWho} problemsTitle={t("problemsTitle")} className="grid gap-7">
        <div>
          <h1 className="mt-4">{t("who.title")}</h1>
          <p className="text-ink-2">{t("who.hint")}</p>
          <WrittenSoFar fields={fields} />
        </div>
        <input type="hidden" name="kind" value={fields.kind} />
        {accusation ? <Accused fields={fields} /> : <Visibility fields={fields} nickname={person.nickname} />}
        <Fieldset
          id="contact"
          number={accusation ? undefined : 2}
          legend={t("who.contact")}
          hint={t("who.contactHint")}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <FormText
              name="name"
              label={t("who.name")}
              hint={t("who.phoneHint")}
              defaultValue={fields.name}
              maxLength={40}
              autoComplete="name"
            />
            <FormText
              name="phone"
              label={t("who.phone")}
              hint={t("who.phoneHint")}
              defaultValue={fields.phone}
              maxLength={20}
              inputMode="tel"
              autoComplete="tel"
            />
          </div>
        </Fieldset>
        <FormFoot back={writeAddress.where} autosave savedAt={writing.at} />
      </ActionForm>
    </Columns>
  );
}

async function Visibility({ fields, nickname }: { fields: WritingFields; nickname: string }) {
  const t = await getTranslations("write.who");
  return (
    <div className="grid gap-3">
      <FormRadios
        name="visibility"
        number={1}
        legend={t("visible")}
        defaultValue={fields.visibility || "nameless"}
        options={visibilities.map((value) => ({
          value,
          words: t(`visibilities.${value}`, { nickname }),
          detail: t(`details.${value}`),
        }))}
      />
      <FormCheckbox
        name="consent"
        label={t("consent")}
        hint={t("consentHint")}
        defaultChecked={fields.consent === "on"}
      />
    </div>
  );
}

/** Whom it is about: they are kept out of it from the first moment. */
async function Accused({ fields }: { fields: WritingFields }) {
  const t = await getTranslations("write.who");
  const language = await getLocale();
  const { leaders, offices } = await readAccusable(db);
  return (
    <div>
      <Notice title={t("accusationTitle")}>{t("accusationWords")}</Notice>
      <FormSelect
        name="accused"
        label={t("accused")}
        hint={t("accusedHint")}
        defaultValue={fields.accused}
        choices={[
          { value: "", words: "—" },
          { value: "unlisted", words: t("unlisted") },
          {
            words: t("accusedLeaders"),
            choices: leaders.map((one) => ({ value: `leader:${one.handle}`, words: titled(language, one) })),
          },
          {
            words: t("accusedOffices"),
            choices: offices.map((one) => ({ value: `office:${one.slug}`, words: named(language, one) })),
          },
        ]}
      />
    </div>
  );
}

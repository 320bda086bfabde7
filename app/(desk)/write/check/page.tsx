import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DropDraft } from "#app/(desk)/write/drop-draft.tsx";
import { requireWriting } from "#app/(desk)/write/require-writing.ts";
import { Columns } from "#components/frame/columns.tsx";
import { CheckAnswers } from "#components/letters/check-answers.tsx";
import { Emergency } from "#components/letters/emergency.tsx";
import { WhoSees } from "#components/letters/who-sees.tsx";
import { writeAddress } from "#components/letters/write-addresses.ts";
import { WriteSteps } from "#components/letters/write-steps.tsx";
import { SimilarLetters } from "#components/signatures/similar-letters.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { db } from "#db/client.ts";
import { readAccusable, readAddressees, readPlaces } from "#domain/letters/addressees.ts";
import { tellsOfDanger } from "#domain/letters/danger.ts";
import { findSimilarPublic } from "#domain/letters/similar-letters.ts";
import type { WritingFields } from "#domain/letters/writing.ts";
import { send } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("write"))("check.title") };
}

const sentTo = ({ title, body, county, township, to, other }: WritingFields) => ({
  title,
  body,
  region: township || county,
  mailbox: to === "other" ? other : to,
});

/** 写信 4: everything on one page, each part with its way back; then it is sent, once. */
export default async function CheckPage() {
  const { person, writing } = await requireWriting("check");
  const [places, addressees, accusable] = await Promise.all([readPlaces(db), readAddressees(db), readAccusable(db)]);
  const t = await getTranslations("write");
  const { fields } = writing;
  const similar = fields.kind === "accusation" ? [] : await findSimilarPublic(db, sentTo(fields));
  return (
    <Columns
      act={<Emergency found={tellsOfDanger(`${fields.title}\n${fields.body}`)} />}
      aside={<WhoSees step="who" accusation={fields.kind === "accusation"} />}
    >
      <WriteSteps current="check" />
      <h1 className="mt-4">{t("check.title")}</h1>
      <p className="text-ink-2">{t("check.hint")}</p>
      <SimilarLetters letters={similar} />
      <CheckAnswers fields={fields} nickname={person.nickname} {...{ places, addressees, accusable }} />
      <ActionForm
        action={send}
        problemsTitle={t("problemsTitle")}
        className="mt-7 flex flex-wrap items-center gap-x-4 gap-y-3 border-t-2 border-rule-strong pt-4"
      >
        <input type="hidden" name="key" value={writing.key} />
        <LinkButton href={writeAddress.who} icon="arrow-left">
          {t("back")}
        </LinkButton>
        <SubmitButton kind="go" size="large" icon="send" waiting={t("check.sending")}>
          {t("check.send")}
        </SubmitButton>
      </ActionForm>
      <DropDraft />
    </Columns>
  );
}

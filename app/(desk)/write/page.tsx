import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { DropDraft } from "#app/(desk)/write/drop-draft.tsx";
import { FormFoot } from "#app/(desk)/write/form-foot.tsx";
import { readBegun } from "#app/(desk)/write/read-begun.ts";
import { Columns } from "#components/frame/columns.tsx";
import { Emergency } from "#components/letters/emergency.tsx";
import { OtherWays } from "#components/letters/other-ways.tsx";
import { PhotoPicker } from "#components/letters/photo-picker.tsx";
import { WhoSees } from "#components/letters/who-sees.tsx";
import { WriteSteps } from "#components/letters/write-steps.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormArea, FormRadios, FormText } from "#components/ui/form-fields.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import { isPerson } from "#domain/access/actor.ts";
import { letterKinds } from "#domain/letters/input.ts";
import { mostPhotos } from "#domain/letters/writing-input.ts";
import { saveWhat } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("write"))("title") };
}

/** 写信 1: what it is about. Open to everybody; who is not signed in does so after this step. */
export default async function WhatPage({ searchParams }: PageProps<"/write">) {
  const t = await getTranslations("write");
  const actor = await signedIn();
  const begun = await readBegun(actor, await searchParams, await now());
  const { fields } = begun;
  return (
    <Columns
      act={<Emergency className="mb-4 lg:mb-0" />}
      aside={
        <>
          <WhoSees step="what" accusation={fields.kind === "accusation"} />
          <OtherWays />
        </>
      }
    >
      <WriteSteps current="what" />
      <ActionForm action={saveWhat} problemsTitle={t("problemsTitle")} className="grid gap-7">
        {/* Enter in a field goes on to the next step, not to the first button of the photos. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
        <div>
          <h1 className="mt-4">{t("what.title")}</h1>
          <p className="text-ink-2">{t("what.hint")}</p>
          {!isPerson(actor) && <Notice title={t("signIn.title")}>{t("signIn.words")}</Notice>}
          <Origin begun={begun} />
        </div>
        <input type="hidden" name="comment" value={fields.comment} />
        {begun.to && <input type="hidden" name="to" value={begun.to} />}
        <FormRadios
          name="kind"
          number={1}
          legend={t("what.kind")}
          defaultValue={fields.kind}
          options={letterKinds.map((kind) => ({
            value: kind,
            words: begun.words.kinds[kind],
            detail: t(`what.kinds.${kind}`),
          }))}
        />
        <FormText
          name="title"
          label={t("what.name")}
          hint={t("what.nameHint")}
          defaultValue={fields.title}
          maxLength={60}
          autoComplete="off"
        />
        <FormArea
          name="body"
          label={t("what.body")}
          hint={t("what.bodyHint")}
          defaultValue={fields.body}
          rows={8}
          maxLength={5000}
          song
        />
        {isPerson(actor) && <Photos tokens={begun.images} />}
        <FormFoot autosave={isPerson(actor)} savedAt={begun.at} />
      </ActionForm>
      {begun.at && <DropDraft />}
    </Columns>
  );
}

/** Where the words come from, and what they would replace. */
async function Origin({ begun }: { begun: Awaited<ReturnType<typeof readBegun>> }) {
  const t = await getTranslations("write.what");
  const language = await getLocale();
  return (
    <>
      {begun.commentGone && <Notice kind="warn">{t("commentGone")}</Notice>}
      {begun.quoted && <Notice>{t("quoted", { when: whenWords({ at: begun.quoted, short: true }, language) })}</Notice>}
      {begun.replaces && (
        <Notice kind="warn" act={<A href="/write">{t("goOn")}</A>}>
          {t("replaces", { title: begun.replaces })}
        </Notice>
      )}
    </>
  );
}

async function Photos({ tokens }: { tokens: string[] }) {
  const t = await getTranslations("write.what");
  return (
    <PhotoPicker
      kept={tokens}
      most={mostPhotos}
      words={{
        label: t("photos"),
        hint: t("photosHint", { most: mostPhotos }),
        photo: t("photo", { n: "{n}" }),
        remove: t("removePhoto"),
        upload: t("uploadPhoto"),
        uploading: t("uploading"),
        failed: t("uploadFailed"),
        tooMany: t("tooManyPhotos", { most: mostPhotos }),
      }}
    />
  );
}

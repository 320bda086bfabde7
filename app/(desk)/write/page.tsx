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
import { WhoSees } from "#components/letters/who-sees.tsx";
import { WriteSteps } from "#components/letters/write-steps.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormArea, FormCheckbox, FormRadios, FormText } from "#components/ui/form-fields.tsx";
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
    <fieldset className="min-w-0">
      <legend className="font-semibold leading-normal">{t("photos")}</legend>
      <p id="photos-hint" className="text-sm text-ink-2">
        {t("photosHint", { most: mostPhotos })}
      </p>
      {tokens.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-3">
          {tokens.map((token, place) => (
            <li key={token} className="w-28">
              {/* biome-ignore lint/performance/noImgElement: our own re-encoded bytes, shown to their owner alone */}
              <img src={`/images/${token}`} alt="" className="aspect-square w-full border border-rule object-cover" />
              <FormCheckbox
                id={`keep-${token}`}
                name="keep"
                value={token}
                defaultChecked
                label={t("keep", { n: place + 1 })}
              />
            </li>
          ))}
        </ul>
      )}
      <input
        id="photos"
        type="file"
        name="photos"
        multiple
        accept="image/*"
        aria-describedby="photos-hint"
        aria-label={t("photos")}
        className="control mt-2"
      />
    </fieldset>
  );
}

import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { now } from "#app/_edge/now.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { Columns } from "#components/frame/columns.tsx";
import { Autosave } from "#components/letters/autosave.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormArea, FormSelect, FormText } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import { db } from "#db/client.ts";
import { isPerson } from "#domain/access/actor.ts";
import { appealForm, longestAppeal, longestBeneficiary } from "#domain/appeals/input.ts";
import { readVerifiers } from "#domain/appeals/verifiers.ts";
import { readPlaces } from "#domain/letters/addressees.ts";
import { raise } from "./actions.ts";
import { placeGroups, verifierGroups } from "./choices.ts";
import { readBegun } from "./read-begun.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appeals"))("new.title") };
}

/** 发起求助. Open to everybody; who is not signed in does so when they send it, and finds what they wrote. */
export default async function NewAppeal({ searchParams }: PageProps<"/appeals/new">) {
  const [t, language, actor, query] = await Promise.all([
    getTranslations("appeals"),
    getLocale(),
    signedIn(),
    searchParams,
  ]);
  const [begun, places, verifiers] = await Promise.all([
    readBegun(actor, query.handover, await now()),
    readPlaces(db),
    readVerifiers(db),
  ]);
  const fields = begun?.fields ?? {};
  const savedAt = begun && whenWords({ at: begun.at, short: true }, language);
  return (
    <Columns>
      <h1>{t("new.title")}</h1>
      <p className="max-w-measure text-ink-2">{t("new.lead")}</p>
      <Notice kind="warn" title={t("new.rule")}>
        {t("new.ruleWhy")}
      </Notice>
      {!isPerson(actor) && <Notice>{t("new.signIn")}</Notice>}
      <ActionForm action={raise} problemsTitle={t("problems")} className="mt-5 grid gap-6">
        <input type="hidden" name="key" value={z.uuid().safeParse(fields.key).data ?? randomUUID()} />
        <FormArea
          name="body"
          label={t("new.body")}
          hint={t("new.bodyHint", { most: longestAppeal })}
          defaultValue={fields.body}
          rows={7}
          song
        />
        <FormText
          name="beneficiary"
          label={t("new.beneficiary")}
          hint={t("new.beneficiaryHint")}
          defaultValue={fields.beneficiary}
          maxLength={longestBeneficiary}
          autoComplete="off"
        />
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <FormSelect
            name="region"
            label={t("new.region")}
            defaultValue={fields.region}
            choices={[{ value: "", words: t("new.choose") }, ...placeGroups(places, language)]}
          />
          <FormText
            name="goal"
            label={t("new.goal")}
            hint={t("new.goalHint")}
            defaultValue={fields.goal}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
        <FormSelect
          name="verifier"
          label={t("new.verifier")}
          hint={t("new.verifierHint")}
          defaultValue={fields.verifier}
          choices={[{ value: "", words: t("new.nearest") }, ...verifierGroups(verifiers, language)]}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t-2 border-rule-strong pt-4">
          <SubmitButton kind="go" size="large" icon="send" waiting={t("new.sending")}>
            {t("new.send")}
          </SubmitButton>
          {isPerson(actor) && (
            <div className="ms-auto">
              <Autosave
                form={appealForm}
                before={savedAt ? t("new.saved", { time: savedAt }) : undefined}
                words={{
                  saved: t("new.saved", { time: "{time}" }),
                  saving: t("new.saving"),
                  notSaved: t("new.notSaved"),
                }}
              />
            </div>
          )}
        </div>
      </ActionForm>
    </Columns>
  );
}

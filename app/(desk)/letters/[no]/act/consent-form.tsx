import { getTranslations } from "next-intl/server";
import { signedIn } from "#app/_edge/signed-in.ts";
import { Which } from "#app/(desk)/letters/[no]/act/which.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormCheckbox, FormRadios } from "#components/ui/form-fields.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { isPerson } from "#domain/access/actor.ts";
import { visibilities } from "#domain/letters/input.ts";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";
import { consent, decline } from "./actions.ts";

/** An office took up somebody's comment: they decide whether it is their letter, and who sees it. */
export async function ConsentForm({ letter }: { letter: LetterForPerson }) {
  const t = await getTranslations("me.act.consent");
  const write = await getTranslations("write");
  const actor = await signedIn();
  const nickname = isPerson(actor) ? actor.nickname : "";
  return (
    <Panel kind="brand" id="consent" title={t("title")}>
      <p className="mb-3">{t("words")}</p>
      <ActionForm action={consent} problemsTitle={write("problemsTitle")} className="grid gap-3">
        <Which letter={letter} />
        {letter.kind === "accusation" ? (
          <input type="hidden" name="visibility" value="handlers" />
        ) : (
          <>
            <FormRadios
              name="visibility"
              legend={t("legend")}
              defaultValue={letter.visibility}
              options={visibilities.map((value) => ({
                value,
                words: write(`who.visibilities.${value}`, { nickname }),
                detail: write(`who.details.${value}`),
              }))}
            />
            <FormCheckbox name="consent" label={t("consent")} hint={write("who.consentHint")} />
          </>
        )}
        <p>
          <Button kind="go">{t("yes")}</Button>
        </p>
      </ActionForm>
      <ActionForm action={decline} problemsTitle="" className="mt-2">
        <Which letter={letter} />
        <Button kind="quiet">{t("no")}</Button>
      </ActionForm>
    </Panel>
  );
}

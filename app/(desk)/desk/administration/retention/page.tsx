import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { HeldLetters } from "#components/administration/held-letters.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { withQuery } from "#components/ui/address.ts";
import { Button } from "#components/ui/button.tsx";
import { FormArea, FormText } from "#components/ui/form-fields.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";
import { db } from "#db/client.ts";
import { administersAll } from "#domain/administration/administers-all.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { listHeld } from "#domain/retention/list-held.ts";
import { Head } from "../head.tsx";
import * as actions from "./actions.ts";

const address = "/desk/administration/retention";

/** How long names and contacts are kept, and which letters are kept longer. */
export default async function RetentionPage({ searchParams }: PageProps<"/desk/administration/retention">) {
  const actor = await requireSignedIn(address);
  if (!(await administersAll(db, actor))) notFound();
  const { after } = await searchParams;
  const cursor = typeof after === "string" && /^\d{1,15}$/.test(after) ? Number(after) : null;
  const [{ held, next }, policies, t] = await Promise.all([
    listHeld(db, cursor),
    readPolicies(db, (await now()).today),
    getTranslations("retention"),
  ]);
  return (
    <>
      <Head current="retention" />
      <div className="max-w-column">
        <p className="my-3 text-ink-2">{t("words", { months: policies["retention.months"] })}</p>
        <p>
          <A href="/desk/administration/policies#name-retention-months">{t("change")}</A>
        </p>
        <Section title={t("hold.title")}>
          <ActionForm action={actions.hold} problemsTitle={t("problems")} className="mt-2 grid max-w-[34rem] gap-3">
            <FormText name="number" label={t("hold.number")} autoComplete="off" maxLength={20} />
            <FormArea name="words" label={t("hold.words")} hint={t("hold.wordsHint")} rows={2} maxLength={500} />
            <Button kind="brand" className="justify-self-start">
              {t("hold.act")}
            </Button>
          </ActionForm>
        </Section>
        <HeldLetters held={held} release={actions.release} />
        <Pager
          label={t("held.pages")}
          next={next ? withQuery(address, { after: next }) : null}
          first={cursor ? address : null}
        />
      </div>
    </>
  );
}

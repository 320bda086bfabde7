import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { idOf } from "#app/_square/query.ts";
import { ContactBox } from "#components/desk/letter/contact-box.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { named } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormRadios } from "#components/ui/form-fields.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { When } from "#components/ui/when.tsx";
import { db } from "#db/client.ts";
import { outcomes } from "#domain/call-backs/input.ts";
import { findToCall } from "#domain/call-backs/list-to-call.ts";
import { grades, solvedAnswers } from "#domain/letters/input.ts";
import { openContact, writeDown } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("call-backs.desk"))("title") };
}

/** One call: whom, what to ask, what was said. */
export default async function CallPage({ params }: PageProps<"/desk/call-backs/[id]">) {
  const id = idOf((await params).id);
  const actor = await requireSignedIn(`/desk/call-backs/${id ?? ""}`);
  const call = id ? await findToCall(db, actor, id) : null;
  if (!call) notFound();
  const [t, language] = await Promise.all([getTranslations("call-backs.desk"), getLocale()]);
  const { number, title, office, answeredAt, state, tries } = call;
  return (
    <Columns>
      <div className="px-4 pb-12 lg:px-0">
        <nav className="text-sm text-ink-2">
          <A href="/desk/call-backs">{t("crumb")}</A> / №{number}
        </nav>
        <h1 className="mt-2">{t("one", { number })}</h1>
        <p>
          <A href={`/desk/letters/${number}`}>{title}</A>
        </p>
        <p className="mb-3 text-sm text-ink-2">
          {office && `${named(language, office)} · `}
          {t("answered")} <When at={answeredAt} dayOnly />
          {tries > 0 && ` · ${t("tries", { n: tries })}`}
        </p>
        {state !== "waiting" && <Notice>{t(`states.${state}`)}</Notice>}
        {state === "waiting" && !call.mayCall && <Notice kind="warn">{t("notYours")}</Notice>}
        {state === "waiting" && call.mayCall && <Call id={call.id} />}
      </div>
    </Columns>
  );
}

async function Call({ id }: { id: number }) {
  const [t, words, judge] = await Promise.all([
    getTranslations("call-backs.desk"),
    getTranslations("letters"),
    getTranslations("me.act.judge"),
  ]);
  const contact = await getTranslations("desk-letter.contact");
  const graded = grades.map((value) => ({ value, words: words(`grades.${value}`) }));
  return (
    <>
      <Panel title={t("contact")} className="mb-4">
        <p className="mb-1 text-sm text-ink-2">
          {t("contactWords")} {t("noPhone")}
        </p>
        <ContactBox
          action={openContact}
          id={id}
          name="callBackId"
          words={{ open: t("show"), name: contact("name"), phone: contact("phone"), none: contact("none") }}
        />
      </Panel>
      <ActionForm action={writeDown} problemsTitle={t("problems")} className="grid gap-5">
        <input type="hidden" name="callBackId" value={id} />
        <FormRadios
          name="outcome"
          legend={t("outcome")}
          options={outcomes.map((value) => ({
            value,
            words: t(`outcomes.${value}`),
            ...(value === "unreached" && { detail: t("unreachedHint") }),
          }))}
        />
        <h2 className="text-xl">{t("ask")}</h2>
        <FormRadios
          name="solved"
          inline
          legend={judge("solved")}
          options={solvedAnswers.map((value) => ({ value, words: words(`solved.${value}`) }))}
        />
        <FormRadios name="attitude" legend={judge("attitude")} options={graded} />
        <FormRadios name="speed" legend={judge("speed")} options={graded} />
        <Button kind="go" className="justify-self-start">
          {t("save")}
        </Button>
      </ActionForm>
    </>
  );
}

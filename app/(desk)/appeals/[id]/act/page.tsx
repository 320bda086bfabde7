import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { addresses } from "#app/_edge/language.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { AddUpdateLink } from "#app/(desk)/desk/posts/add-update-link.tsx";
import { HandOverForm, ReportForm, WordsForm } from "#components/appeals/act-forms.tsx";
import { AppealLine } from "#components/appeals/appeal-line.tsx";
import { OwnPledges } from "#components/appeals/own-pledges.tsx";
import { PledgeForm } from "#components/appeals/pledge-form.tsx";
import { WhatBecame } from "#components/appeals/what-became.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { headline } from "#components/posts/headline.ts";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as actions from "./actions.ts";
import { findAppeal, readKept } from "./find-appeal.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appeals"))("mine.title"), robots: { index: false } };
}

/** One's own side of an appeal: what one promised, what one hands over as its author, and saying that something is wrong. */
export default async function OwnAppeal({ params, searchParams }: PageProps<"/appeals/[id]/act">) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const here = `/appeals/${encodeURIComponent(id)}/act`;
  const kept = typeof query.kept === "string" ? `?kept=${encodeURIComponent(query.kept)}` : "";
  const person = await requireSignedIn(`${here}${kept}`);
  const { post, appeal, may, mayReport, pledges } = await findAppeal(person, id);
  if (person.staff) redirect((await addresses())(`/desk/appeals/${post.id}`));
  const [t, { fields, refusal }] = await Promise.all([getTranslations("appeals"), readKept(query.kept)]);
  const done = typeof query.done === "string" && t.has(`done.${query.done}` as "done.raise") ? query.done : null;
  const postId = post.id;
  return (
    <Columns>
      {done && (
        <Notice kind="ok" live>
          {t(`done.${done as "raise"}`)}
        </Notice>
      )}
      <FormRefusal words={refusal} />
      <h1>{t("mine.title")}</h1>
      <p className="mt-2 max-w-measure">{headline(post.body, 80)}</p>
      <AppealLine appeal={appeal} />
      <WhatBecame appeal={appeal} />
      <p className="my-4 flex flex-wrap gap-3">
        <LinkButton href={`/posts/${postId}`} icon="arrow-left">
          {t("mine.see")}
        </LinkButton>
        <AddUpdateLink person={person} postId={postId} href={`/posts/${postId}/update`} />
      </p>
      <OwnPledges postId={postId} pledges={pledges} takeBack={actions.takeBack} />
      {may.includes("pledge") && (
        <Panel title={t("pledgeForm.title")} kind="brand" className="mt-5">
          <PledgeForm appeal={appeal} kept={fields} />
        </Panel>
      )}
      {may.includes("handOver") && <HandOverForm postId={postId} action={actions.handOverNow} />}
      {may.includes("close") && <WordsForm name="close" postId={postId} action={actions.close} />}
      {may.includes("withdraw") && <WordsForm name="withdraw" postId={postId} action={actions.close} />}
      {mayReport && <ReportForm postId={postId} action={actions.report} />}
    </Columns>
  );
}

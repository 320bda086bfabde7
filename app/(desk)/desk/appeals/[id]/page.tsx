import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { addresses } from "#app/_edge/language.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import * as actions from "#app/(desk)/appeals/[id]/act/actions.ts";
import { findAppeal } from "#app/(desk)/appeals/[id]/act/find-appeal.ts";
import { AddUpdateLink } from "#app/(desk)/desk/posts/add-update-link.tsx";
import { DecideForm, HandOverForm, VerifyForm, WordsForm } from "#components/appeals/act-forms.tsx";
import { AppealLine } from "#components/appeals/appeal-line.tsx";
import { WhatBecame } from "#components/appeals/what-became.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { Byline } from "#components/people/speaker.tsx";
import { Said } from "#components/posts/said.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { When } from "#components/ui/when.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appeals"))("desk.appeal") };
}

/** An appeal on the desk: its words as everybody reads them, and the steps that are this office's. */
export default async function DeskAppeal({ params, searchParams }: PageProps<"/desk/appeals/[id]">) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const person = await requireSignedIn(`/desk/appeals/${encodeURIComponent(id)}`);
  const { post, appeal, may, reports } = await findAppeal(person, id);
  if (!person.staff) redirect((await addresses())(`/appeals/${post.id}/act`));
  const t = await getTranslations("appeals");
  const done = typeof query.done === "string" && t.has(`done.${query.done}` as "done.raise") ? query.done : null;
  const postId = post.id;
  return (
    <Columns wide>
      <div className="mx-auto w-full max-w-column px-4 pb-12">
        <p className="text-sm">
          <A href="/desk/appeals">{t("desk.back")}</A>
        </p>
        {done && (
          <Notice kind="ok" live>
            {t(`done.${done as "raise"}`)}
          </Notice>
        )}
        <h1>{t("desk.appeal")}</h1>
        <Panel kind="strong" className="mt-3">
          <Byline speaker={post.speaker} demo={post.demo}>
            <A href={`/posts/${postId}`} className="text-ink-2">
              <When at={post.at} approx={post.approx} />
            </A>
          </Byline>
          <Said text={post.body} className="mt-2 font-song" />
          <AppealLine appeal={appeal} />
        </Panel>
        <p className="mt-3">
          <AddUpdateLink person={person} postId={postId} href={`/desk/posts/${postId}/update`} />
        </p>
        <WhatBecame appeal={appeal} />
        {reports.map((report) => (
          <DecideForm key={report.id} report={report} action={actions.decide} />
        ))}
        {may.includes("verify") && <VerifyForm postId={postId} action={actions.verify} />}
        {may.includes("refuse") && <WordsForm name="refuse" postId={postId} action={actions.refuse} />}
        {may.includes("handOver") && <HandOverForm postId={postId} action={actions.handOverNow} />}
        {may.includes("suspend") && reports.length === 0 && (
          <WordsForm name="suspend" postId={postId} action={actions.suspend} />
        )}
        {may.includes("resume") && <WordsForm name="resume" postId={postId} action={actions.resume} />}
        {may.includes("close") && <WordsForm name="close" postId={postId} action={actions.close} />}
        {may.length === 0 && reports.length === 0 && <Notice>{t("mine.nothing")}</Notice>}
      </div>
    </Columns>
  );
}

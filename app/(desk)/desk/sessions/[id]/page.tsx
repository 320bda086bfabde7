import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { type AnsweringForms, AskedItem } from "#components/desk/sessions/asked-item.tsx";
import { LeadForms } from "#components/desk/sessions/lead-forms.tsx";
import { SessionTag, SessionTimes, SessionTitle } from "#components/sessions/session-words.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";
import { db } from "#db/client.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { rowId } from "#domain/posts/input.ts";
import { type LedSession, readLedSession } from "#domain/sessions/read-led.ts";
import type { Question } from "#domain/sessions/read-questions.ts";
import * as actions from "./actions.ts";

const viewInput = z.object({
  after: rowId.optional().catch(undefined),
  said: z.enum(["start", "end", "answer"]).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions.desk"))("title") };
}

/** Answering live: what is left by support, the form on the spot, and which question everybody sees as taken up. */
export default async function AnsweringDesk({ params, searchParams }: PageProps<"/desk/sessions/[id]">) {
  const { id } = await params;
  const path = `/desk/sessions/${id}`;
  const actor = await requireSignedIn(path);
  const postId = rowId.safeParse(id);
  const { after, said } = viewInput.parse(await searchParams);
  const at = await now();
  const led = postId.success ? await readLedSession(db, actor, postId.data, { after }, at) : null;
  if (!led) notFound();
  const [t, policies] = await Promise.all([getTranslations("sessions.desk"), readPolicies(db, at.today)]);
  const { session } = led.post;
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[60rem] px-4 pt-3 pb-10 lg:px-6">
      <div id="said">
        {said && (
          <Notice kind="ok" live>
            {t(`said.${said}`)}
          </Notice>
        )}
      </div>
      <A href="/desk/sessions" className="inline-flex min-h-target items-center">
        {t("back")}
      </A>
      <h1 className="flex flex-wrap items-center gap-x-3">
        <SessionTitle {...session} /> <SessionTag state={session.state} />
      </h1>
      <p className="flex flex-wrap items-center gap-x-4">
        <SessionTimes {...session} />
        <A href={`/sessions/${led.post.id}`} className="inline-flex min-h-target items-center">
          {t("public")}
        </A>
      </p>
      <LeadForms post={led.post} debtFrom={policies["session.debt"]} start={actions.start} end={actions.end} />
      {session.state !== "coming" && led.plates.length === 0 && <Notice kind="warn">{t("noPlate")}</Notice>}
      <Lists led={led} path={path} after={after} />
    </main>
  );
}

async function Lists({ led, path, after }: { led: LedSession; path: string; after: number | undefined }) {
  const t = await getTranslations("sessions.desk");
  const { state, answeringId } = led.post.session;
  const forms: AnsweringForms = {
    plates: state === "coming" ? [] : led.plates,
    answer: actions.answer,
    takeUp: state === "live" ? actions.takeUp : null,
  };
  // What is taken up stands above, once.
  const others = (list: readonly Question[]) => list.filter(({ question }) => question.id !== answeringId);
  const [left, answered] = [others(led.unanswered), others(led.answered)];
  return (
    <>
      {led.answering && (
        <Section title={t("now")}>
          <ul className="mt-3">
            <AskedItem asked={led.answering} isAnswering {...forms} />
          </ul>
        </Section>
      )}
      <Section title={t("unanswered")}>
        {left.length === 0 && <EmptyState title={t("unansweredNone")} />}
        <ul className="mt-3 grid gap-3">
          {left.map((asked) => (
            <AskedItem key={asked.question.id} asked={asked} {...forms} />
          ))}
        </ul>
        <Pager
          label={t("pages")}
          next={led.nextUnanswered === null ? null : withQuery(path, { after: led.nextUnanswered })}
          first={after ? path : null}
        />
      </Section>
      {answered.length > 0 && (
        <Section title={t("answered")}>
          <ul className="mt-3 grid gap-3">
            {answered.map((asked) => (
              <AskedItem key={asked.question.id} asked={asked} {...forms} takeUp={null} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

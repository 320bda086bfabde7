import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { once } from "#app/_square/once.ts";
import { readSessionPage, type ShownSessionPage } from "#app/_square/sessions.ts";
import { Composer } from "#components/comments/composer.tsx";
import { Stone } from "#components/comments/stone.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { PrintButton } from "#components/letters/print-button.tsx";
import { DebtList } from "#components/sessions/debt-list.tsx";
import { NowAnswering } from "#components/sessions/now-answering.tsx";
import { Answer } from "#components/sessions/question.tsx";
import { SessionHead } from "#components/sessions/session-head.tsx";
import { withQuery } from "#components/ui/address.ts";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { longestComment } from "#domain/comments/input.ts";
import { Questions } from "./questions.tsx";

type Props = PageProps<"/sessions/[id]">;

const read = once(readSessionPage);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = await read((await params).id, await searchParams);
  return page?.post ? { title: page.post.session.title } : {};
}

/** A live session: asked and voted before, answered live, and afterwards its transcript with what it left owing. */
export default async function Session({ params, searchParams }: Props) {
  const page = await read((await params).id, await searchParams);
  if (!page) notFound();
  if (page.hidden) {
    const t = await getTranslations("square.hidden");
    return (
      <Columns>
        <h1 className="mb-4">{t("title")}</h1>
        <Stone what="post" hiding={page.hidden} />
      </Columns>
    );
  }
  const t = await getTranslations("sessions");
  const { state } = page.post.session;
  return (
    <Columns>
      <Crumb />
      <SessionHead post={page.post} days={page.days} />
      <div data-live="answering" aria-live="polite">
        {page.answering.map((asked) => (
          <NowAnswering key={asked.question.id} asked={asked} />
        ))}
      </div>
      <div data-live="debts">
        <Debts page={page} />
      </div>
      {page.opening.length > 0 && (
        <Section title={t("opening")} level={3} rule="above">
          {page.opening.map((words) => (
            <Answer key={words.id} answer={words} />
          ))}
        </Section>
      )}
      {page.list !== "owed" && <Questions page={page} />}
      {state === "over" ? (
        <Closed />
      ) : (
        <Composer postId={page.id} prompts={[]} answering={null} longest={longestComment} question />
      )}
    </Columns>
  );
}

async function Crumb() {
  const [t, square] = await Promise.all([getTranslations("sessions"), getTranslations("square.crumb")]);
  return (
    <nav aria-label={t("crumb")} className="unprinted text-sm text-ink-2">
      <A href="/">{square("home")}</A> / <A href="/sessions">{t("title")}</A>
    </nav>
  );
}

function Debts({ page: { id, post, list, after, debts, moreDebts } }: { page: ShownSessionPage }) {
  const { result } = post.session;
  // The list stands before the transcript, and alone on its further pages.
  if (!result || list === "unanswered" || (list === "answered" && after)) return null;
  const more = moreDebts ? withQuery(`/sessions/${id}`, { list: "owed", after: moreDebts }) : null;
  return <DebtList debts={debts} from={result.debtFrom} more={more} />;
}

async function Closed() {
  const t = await getTranslations("sessions");
  return (
    <div className="unprinted mt-8 flex flex-wrap items-center justify-between gap-3 border-t border-rule pt-3">
      <p>
        {t("closed")} <A href="/write">{t("form.asLetter")}</A>
      </p>
      <PrintButton words={t("print")} />
    </div>
  );
}

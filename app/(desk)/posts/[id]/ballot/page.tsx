import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { Columns } from "#components/frame/columns.tsx";
import { BallotForm } from "#components/polls/ballot-form.tsx";
import { PollTerms } from "#components/polls/poll-line.tsx";
import { PollResultTable } from "#components/polls/poll-result.tsx";
import { Said } from "#components/posts/said.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { readHandover } from "#domain/handovers.ts";
import { readMyBallots } from "#domain/polls/read-polls.ts";
import { rowId } from "#domain/posts/input.ts";
import { readPost } from "#domain/posts/read-post.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("polls"))("mine"), robots: { index: false } };
}

/** One's own ballot: to be cast, cast, or why not. What was chosen is shown to nobody, its voter included. */
export default async function BallotPage({ params, searchParams }: PageProps<"/posts/[id]/ballot">) {
  const { id } = await params;
  const { kept } = await searchParams;
  const token = typeof kept === "string" ? kept : "";
  const here = `/posts/${encodeURIComponent(id)}/ballot`;
  const person = await requireSignedIn(token ? `${here}?kept=${encodeURIComponent(token)}` : here);
  const postId = rowId.safeParse(id);
  if (!postId.success) notFound();
  const moment = await now();
  const [read, ballots, handover] = await Promise.all([
    readPost(db, postId.data, moment),
    readMyBallots(db, person.id, [postId.data]),
    token ? readHandover(db, token, moment) : null,
  ]);
  const poll = read?.post?.poll;
  if (!poll) notFound();
  const t = await getTranslations("polls");
  const refusal = handover?.refusal ? { key: handover.refusal, details: handover.details ?? {} } : null;
  return (
    <Columns>
      <h1>{t("mine")}</h1>
      <FormRefusal words={refusal && (await wordsOfRefusal(refusal))} />
      {ballots.length > 0 && !poll.result && !refusal && (
        <Notice kind="ok" live>
          {t("cast")}
        </Notice>
      )}
      <Said text={read.post!.body} className="mt-3 text-lg" />
      <PollTerms poll={poll} />
      {poll.result && <PollResultTable poll={poll} result={poll.result} />}
      {!poll.result && ballots.length === 0 && <BallotForm poll={poll} />}
      <p className="mt-6">
        <LinkButton href={`/posts/${poll.postId}`} icon="arrow-left">
          {t("back")}
        </LinkButton>
      </p>
    </Columns>
  );
}

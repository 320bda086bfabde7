import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { Composer } from "#components/comments/composer.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { Byline } from "#components/people/speaker.tsx";
import { Said } from "#components/posts/said.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import { db } from "#db/client.ts";
import type { Now } from "#domain/calendar/now.ts";
import { longestComment } from "#domain/comments/input.ts";
import { readOneThread } from "#domain/comments/read-thread.ts";
import { readHandover } from "#domain/handovers.ts";
import { readPlates } from "#domain/people/read-plates.ts";
import { rowId } from "#domain/posts/input.ts";
import { readPost } from "#domain/posts/read-post.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("comments"))("write") };
}

/**
 * 写评论, on a page of one's own: where a comment that was not taken comes back to, with the reason and with what was
 * typed, since the page everybody sees is the same bytes for everybody.
 */
export default async function WriteComment({ params, searchParams }: PageProps<"/posts/[id]/comment">) {
  const id = rowId.safeParse((await params).id);
  if (!id.success) notFound();
  const { kept, reply } = await searchParams;
  const token = typeof kept === "string" ? kept : "";
  const person = await requireSignedIn(
    `/posts/${id.data}/comment${token ? `?${new URLSearchParams({ kept: token })}` : ""}`,
  );

  const at = await now();
  const [read, handover, plates] = await Promise.all([
    readPost(db, id.data, at),
    token ? readHandover(db, token, at) : null,
    readPlates(db, person),
  ]);
  if (!read?.post) notFound();
  const { post } = read;
  // Who speaks under a plate was not refused: they have only to say under which.
  const refused = handover?.refusal && !(plates.length > 0 && handover.refusal === "forbidden");
  const refusal = refused ? { key: handover.refusal!, details: handover.details ?? {} } : null;
  const fields = handover?.fields ?? {};
  const t = await getTranslations("comments");
  return (
    <Columns>
      <h1>{t("write")}</h1>
      <FormRefusal words={refusal && (await wordsOfRefusal(refusal))} />
      <section aria-label={t("post")} className="mt-4 border-s-[3px] border-control ps-3">
        <Byline speaker={post.speaker}>
          <A href={`/posts/${post.id}`}>
            <When at={post.at} approx={post.approx} />
          </A>
        </Byline>
        <Said text={post.body} className="mt-2" />
      </section>
      {plates.length > 0 && <p className="mt-6 -mb-4 font-semibold">{t("officially")}</p>}
      <Composer
        postId={post.id}
        prompts={post.prompts}
        answering={await readAnswered(post.id, fields.replyTo ?? reply, at)}
        longest={longestComment}
        plates={plates}
        kept={{ body: fields.body ?? "", prompt: fields.prompt ?? "", asks: asked[refusal?.key ?? ""] ?? null }}
      />
    </Columns>
  );
}

/** What a comment is asked about once, and sent when it is meant. */
const asked: Record<string, "danger" | "caution"> = { "comments.danger": "danger", "comments.caution": "caution" };

/** The comment that is answered, as far as it can still be seen. */
async function readAnswered(postId: number, given: unknown, at: Now) {
  const id = rowId.safeParse(given);
  const thread = id.success ? await readOneThread(db, postId, id.data, at) : null;
  const comment = thread && [thread.comment, ...thread.replies].find((one) => one.id === id.data);
  return comment && !comment.hidden ? { id: comment.id, speaker: comment.speaker, body: comment.body } : null;
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { CommentForm } from "#components/comments/comment-form.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { Said } from "#components/posts/said.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { When } from "#components/ui/when.tsx";
import { db } from "#db/client.ts";
import { readOwnComment } from "#domain/comments/read-own.ts";
import { readHandover } from "#domain/handovers.ts";
import { rowId } from "#domain/posts/input.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("comments.own"))("title") };
}

/** One's own comment: change its words, say more, or make it a letter. What was refused comes back here with its words. */
export default async function OwnComment({ params, searchParams }: PageProps<"/comments/[id]/own">) {
  const id = rowId.safeParse((await params).id);
  if (!id.success) notFound();
  const { kept, form } = await searchParams;
  const token = typeof kept === "string" ? kept : "";
  const back = token ? `?${new URLSearchParams({ form: String(form), kept: token })}` : "";
  const person = await requireSignedIn(`/comments/${id.data}/own${back}`);
  const at = await now();
  const [own, handover] = await Promise.all([
    readOwnComment(db, person, id.data, at),
    token ? readHandover(db, token, at) : null,
  ]);
  if (!own) notFound();
  const { comment, editableUntil, addendaLeft, mayBecomeLetter } = own;
  const refusal = handover?.refusal ? { key: handover.refusal, details: handover.details ?? {} } : null;
  const typed = handover?.fields.body;
  const wasAnEdit = form === "edit" && editableUntil !== null;
  const t = await getTranslations("comments.own");
  const place = `/posts/${comment.postId}?thread=${comment.id}#comment-${comment.id}`;
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <FormRefusal words={refusal && (await wordsOfRefusal(refusal))} />
      <section aria-label={t("words")} className="mt-4 border-s-[3px] border-control ps-3">
        <p className="text-sm text-ink-2">
          <A href={place}>
            <When at={comment.at} approx={comment.approx} />
          </A>
        </p>
        <Said text={comment.body} />
      </section>
      {editableUntil && (
        <Section title={t("edit")}>
          <p className="mt-2 text-ink-2">
            {t("until")} <When at={editableUntil} />
            {t("kept")}
          </p>
          <CommentForm
            action="/api/comments/edit"
            id={comment.id}
            label={t("newWords")}
            typed={(wasAnEdit ? typed : null) ?? comment.body}
          >
            {t("save")}
          </CommentForm>
        </Section>
      )}
      <Section title={t("add")}>
        {addendaLeft > 0 ? (
          <>
            <p className="mt-2 text-ink-2">{t("addHint", { n: addendaLeft })}</p>
            <CommentForm
              action="/api/comments/add"
              id={comment.id}
              label={t("more")}
              {...(!wasAnEdit && typed !== undefined && { typed })}
            >
              {t("addIt")}
            </CommentForm>
          </>
        ) : (
          <p className="mt-2 text-ink-2">{t("enough")}</p>
        )}
      </Section>
      {mayBecomeLetter && (
        <Section title={t("letter")}>
          <p className="mt-2 text-ink-2">{t("letterHint")}</p>
          <p className="mt-3">
            <LinkButton href={`/write?comment=${comment.id}`} icon="mail">
              {t("letter")}
            </LinkButton>
          </p>
        </Section>
      )}
    </Columns>
  );
}

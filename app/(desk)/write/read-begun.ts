import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { addresses } from "#app/_edge/language.ts";
import { db } from "#db/client.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { takeHandover } from "#domain/handovers.ts";
import { letterKinds } from "#domain/letters/input.ts";
import { readOwnComment } from "#domain/letters/quote-comment.ts";
import { emptyWriting, keepWriting, readWriting } from "#domain/letters/writing.ts";

type Query = Record<string, string | string[] | undefined>;

/** What the first step begins with: the draft, what was written before signing in, or one's own comment. */
export async function readBegun(actor: Actor, query: Query, now: Now) {
  if (typeof query.handover === "string") await takeOver(actor, query.handover, now);
  const draft = await readWriting(db, actor);
  const kinds = await getTranslations("letters.kinds");
  const begun = {
    fields: draft?.fields ?? emptyWriting,
    images: draft?.fields.images.split(",").filter(Boolean) ?? [],
    at: draft?.at ?? null,
    /** A mailbox chosen before anything was written. */
    to: typeof query.to === "string" ? query.to.slice(0, 80) : null,
    quoted: null as Date | null,
    commentGone: false,
    replaces: null as string | null,
    words: { kinds: Object.fromEntries(letterKinds.map((kind) => [kind, kinds(kind)])) as Record<string, string> },
  };
  if (query.comment === undefined) return begun;
  const comment = await readOwnComment(db, actor, Number(query.comment));
  if (!comment) return { ...begun, commentGone: isPerson(actor) };
  const same = draft?.fields.comment === String(comment.id);
  return {
    ...begun,
    quoted: comment.createdAt,
    fields: same ? begun.fields : { ...emptyWriting, comment: String(comment.id), body: comment.body },
    images: same ? begun.images : [],
    replaces: same || !draft ? null : draft.fields.title || draft.fields.body.slice(0, 20),
  };
}

/** The first step was filled in before signing in: it is kept now, and the letter goes on. */
async function takeOver(actor: Actor, token: string, now: Now): Promise<void> {
  if (!isPerson(actor)) return;
  const handover = await takeHandover(db, token, now);
  if (!handover) return;
  await keepWriting(db, actor, handover.fields, now);
  redirect((await addresses())("/write/where"));
}

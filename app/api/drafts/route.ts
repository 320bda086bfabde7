import { z } from "zod";
import { countTry } from "#app/_edge/limits.ts";
import { now } from "#app/_edge/now.ts";
import { isOurOwn } from "#app/_edge/our-own.ts";
import { readBody } from "#app/_edge/read-body.ts";
import { refusalOf } from "#app/_edge/refusal-of.ts";
import { refuseInJson } from "#app/_edge/refuse-in-json.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { whereFrom } from "#app/_edge/where-from.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { db } from "#db/client.ts";
import { isPerson } from "#domain/access/actor.ts";
import { appealForm } from "#domain/appeals/input.ts";
import { keepDraft } from "#domain/drafts.ts";
import { keepWriting } from "#domain/letters/writing.ts";
import { writingForm } from "#domain/letters/writing-input.ts";
import { composingForm } from "#domain/posts/input.ts";
import { Refusal } from "#domain/refusal.ts";

const typed = z.object({
  form: z.enum([writingForm, composingForm, appealForm]),
  fields: z.record(z.string().max(40), z.string().max(10_000)),
});

/** What is being written, kept while it is written. Sent by the form's island; the form itself keeps each step. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isOurOwn(request.headers)) throw new Refusal("requests.elsewhere");
    const actor = await signedIn();
    const { address } = await whereFrom();
    await countTry("draft", { personId: isPerson(actor) ? actor.id : null, address });
    const draft = typed.safeParse((await readBody(request)).fields);
    if (!draft.success) throw new Refusal("requests.malformed", { field: "" });
    const at = await now();
    const { form, fields } = draft.data;
    if (form === writingForm) await keepWriting(db, actor, fields, at);
    else await keepDraft(db, actor, form, fields, at);
    return Response.json({ at: at.at }, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return refuseInJson(refusal, await wordsOfRefusal(refusal));
  }
}

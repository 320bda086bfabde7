import { createHash } from "node:crypto";
import type { z } from "zod";
import { countTry, type Limited } from "#app/_edge/limits.ts";
import { cameFrom, isOurOwn } from "#app/_edge/our-own.ts";
import { type Body, isJson, readBody } from "#app/_edge/read-body.ts";
import { refuseInJson } from "#app/_edge/refuse-in-json.ts";
import type { Db } from "#db/client.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { keepHandover } from "#domain/handovers.ts";
import { isRefusal, Refusal } from "#domain/refusal.ts";
import { answerOnce } from "#domain/requests.ts";

/** A public write: what may be sent, what is done, and where a browser without scripts goes then. */
export interface Write<Schema extends z.ZodType, Done extends object> {
  schema: Schema;
  run(db: Db, actor: Actor, input: z.output<Schema>, now: Now): Promise<Done>;
  /** What it counts as, for limits. */
  action: Limited;
  /** Where what was done can be seen. */
  seen(done: Done, from: string | null): string | Promise<string>;
  /** The page that shows a refusal and what was typed; it gets `kept=<token>`. */
  kept(fields: Record<string, string>, from: string | null): string;
  /** Doing it twice is the same as once, so that only scripts with a key are watched. */
  repeatable?: boolean;
  /** Nothing of what was sent may stay, not even its hash beside who sent it; `run` itself sees to it that twice is once. */
  secret?: boolean;
}

/** Who asks, when, and in which language words are. */
export interface Asking {
  db: Db;
  actor: Actor;
  now: Now;
  /** An address in the reader's language. */
  at(path: string): string;
  words(refusal: Refusal): Promise<string>;
}

/**
 * The edge of a public write: is it from our page, is it read and well formed, is it not too often, does the domain agree.
 * A script gets JSON; a plain form is sent on by 303, with what was typed kept when the answer is no.
 */
export async function answerWrite<Schema extends z.ZodType, Done extends object>(
  request: Request,
  write: Write<Schema, Done>,
  asking: Asking,
): Promise<Response> {
  const from = cameFrom(request.headers);
  let body: Body | null = null;
  try {
    if (!isOurOwn(request.headers)) throw new Refusal("requests.elsewhere");
    body = await readBody(request);
    const { actor, db, now } = asking;
    const address = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() || "unknown";
    await countTry(write.action, { personId: isPerson(actor) ? actor.id : null, address });
    const input = write.schema.safeParse(body.fields);
    if (!input.success)
      throw new Refusal("requests.malformed", { field: String(input.error.issues[0]?.path[0] ?? "") });
    const asked = write.secret ? null : askedOnce(request, body, actor, write.repeatable ?? false);
    const run = (on: Db) => write.run(on, actor, input.data, now);
    const done = asked ? await answerOnce(db, asked, now, run) : await run(db);
    if (wantsJson(request)) return Response.json(done, { headers: personal });
    return sendOn(asking.at(await write.seen(done, from)));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (wantsJson(request)) return refuseInJson(error, await asking.words(error));
    return refuseOnPage(error, body, write, from, asking);
  }
}

const personal = { "cache-control": "private, no-store" };

function wantsJson({ headers }: Request): boolean {
  return isJson(headers.get("content-type") ?? "") || isJson(headers.get("accept") ?? "");
}

const formMinutes = 10;
const scriptMinutes = 24 * 60;

/** By what a request is known when it comes again: a script's own key, else person, address and body. */
function askedOnce(request: Request, { bytes }: Body, actor: Actor, repeatable: boolean) {
  const given = request.headers.get("idempotency-key");
  if (!isPerson(actor) || (!given && repeatable)) return null;
  const bodyHash = createHash("sha256").update(new URL(request.url).pathname).update("\n").update(bytes).digest("hex");
  return given
    ? { personId: actor.id, key: `key ${given.slice(0, 200)}`, bodyHash, minutes: scriptMinutes }
    : { personId: actor.id, key: `body ${bodyHash}`, bodyHash, minutes: formMinutes };
}

async function refuseOnPage<Schema extends z.ZodType, Done extends object>(
  refusal: Refusal,
  body: Body | null,
  write: Write<Schema, Done>,
  from: string | null,
  { db, now, at }: Asking,
): Promise<Response> {
  const fields = textFields(body);
  const path = write.kept(fields, from);
  const signInFirst = refusal.key === "signInFirst";
  const handed = { path: from ?? "/", fields: write.secret ? {} : fields, ...(!signInFirst && { refusal }) };
  const token = await keepHandover(db, handed, now);
  const kept = at(`${path}${path.includes("?") ? "&" : "?"}kept=${token}`);
  return sendOn(signInFirst ? `${at("/sign-in")}?${new URLSearchParams({ callbackUrl: kept })}` : kept);
}

/** The database was gone meanwhile, so that nothing can be kept: the browser's way back leads to the form as it was typed. */
export function refuseForNow(request: Request, words: string): Response {
  if (wantsJson(request)) return refuseInJson(new Refusal("unavailable"), words);
  const headers = { ...personal, "content-type": "text/plain; charset=utf-8", "retry-after": "5" };
  return new Response(words, { status: 503, headers });
}

/** What a form had in its fields; of a field that stood several times, every value on its own line. */
function textFields(body: Body | null): Record<string, string> {
  const fields = Object.entries(body?.fields ?? {});
  return Object.fromEntries(fields.map(([name, value]) => [name, [value].flat().map(String).join("\n")]));
}

function sendOn(location: string): Response {
  return new Response(null, { status: 303, headers: { ...personal, location } });
}

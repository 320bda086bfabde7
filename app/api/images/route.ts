import { countTry } from "#app/_edge/limits.ts";
import { now } from "#app/_edge/now.ts";
import { isOurOwn } from "#app/_edge/our-own.ts";
import { refusalOf } from "#app/_edge/refusal-of.ts";
import { refuseInJson } from "#app/_edge/refuse-in-json.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { whereFrom } from "#app/_edge/where-from.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { db } from "#db/client.ts";
import { isPerson } from "#domain/access/actor.ts";
import { largestFile } from "#domain/images/re-encode.ts";
import { storeImage } from "#domain/images/store.ts";
import { Refusal } from "#domain/refusal.ts";

/** The form around a file: its other field, names and boundaries. */
const around = 16 * 1024;

/** A picture for a post or letter that is being written; answers its token. */
export async function POST(request: Request): Promise<Response> {
  try {
    if (!isOurOwn(request.headers)) throw new Refusal("requests.elsewhere");
    const actor = await signedIn();
    if (!isPerson(actor)) throw new Refusal("signInFirst");
    await countTry("image", { personId: actor.id, address: (await whereFrom()).address });
    const stored = await storeImage(db, actor, await fileOf(request), await now());
    return Response.json(stored, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return refuseInJson(refusal, await wordsOfRefusal(refusal));
  }
}

async function fileOf(request: Request): Promise<{ bytes: Buffer; alt: string }> {
  if (Number(request.headers.get("content-length") ?? 0) > largestFile + around) {
    throw new Refusal("images.tooLarge", { megabytes: largestFile / 1024 / 1024 });
  }
  const form = await request.formData().catch(() => new FormData());
  const [file, alt] = [form.get("image"), form.get("alt")];
  if (!(file instanceof File) || file.size === 0) throw new Refusal("images.empty");
  return { bytes: Buffer.from(await file.arrayBuffer()), alt: typeof alt === "string" ? alt : "" };
}

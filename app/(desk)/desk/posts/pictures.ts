import { countTry } from "#app/_edge/limits.ts";
import { now } from "#app/_edge/now.ts";
import { refusalOf } from "#app/_edge/refusal-of.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { whereFrom } from "#app/_edge/where-from.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { type FormState, textOf, type Values } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { isPerson } from "#domain/access/actor.ts";
import { storeImage } from "#domain/images/store.ts";
import { mostImages } from "#domain/posts/input.ts";
import { Refusal } from "#domain/refusal.ts";

/** The picker keeps the tokens of its pictures in one field, and what each shows in a field of its own. */
export function picturesIn(typed: Values): { images: string[]; alts: Record<string, string> } {
  const said = Object.entries(typed).filter(([name]) => name.startsWith(altField));
  return {
    images: String(typed.images ?? "")
      .split(",")
      .filter((token) => token !== ""),
    alts: Object.fromEntries(said.map(([name, value]) => [name.slice(altField.length), String(value)])),
  };
}

const altField = "alt:";

/** Without a script pictures come and go one by one, with a button each; what is typed stays in the form. */
export async function changePictures(form: FormData): Promise<FormState> {
  const { do: what, ...typed }: Values = textOf(form);
  try {
    const kept = picturesIn(typed).images.filter((token) => what !== `remove ${token}`);
    const added = what === "photo" ? await storePicture(form.get("photo")) : [];
    if (kept.length + added.length > mostImages) throw new Refusal("images.tooMany", { maximum: mostImages });
    return { values: { ...typed, images: [...kept, ...added].join(",") } };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { refusal: { key: refusal.key, words: await wordsOfRefusal(refusal) }, values: typed };
  }
}

async function storePicture(file: FormDataEntryValue | null): Promise<string[]> {
  const actor = await signedIn();
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  if (!(file instanceof File) || file.size === 0) throw new Refusal("images.empty");
  await countTry("image", { personId: actor.id, address: (await whereFrom()).address });
  const { token } = await storeImage(db, actor, { bytes: Buffer.from(await file.arrayBuffer()) }, await now());
  return [token];
}

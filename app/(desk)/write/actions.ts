"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { countTry } from "#app/_edge/limits.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { whereFrom } from "#app/_edge/where-from.ts";
import { writeAddress } from "#components/letters/write-addresses.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { keepHandover } from "#domain/handovers.ts";
import { storeImage } from "#domain/images/store.ts";
import { readPlaces } from "#domain/letters/addressees.ts";
import { sendWriting } from "#domain/letters/send-writing.ts";
import { dropWriting, keepWriting } from "#domain/letters/writing.ts";
import { mostPhotos, whatInput, whereInput, whoInput } from "#domain/letters/writing-input.ts";
import { Refusal } from "#domain/refusal.ts";

const images = z
  .string()
  .regex(/^([\w-]{22}(,[\w-]{22})*)?$/)
  .default("");

const goOn = formAction(whatInput.extend({ images }), async (actor, { to, ...typed }, at) => {
  const fields = { ...typed, ...(to && { to }) };
  if (!isPerson(actor)) return signInWith(fields, at);
  await keepWriting(db, actor, fields, at);
  await goTo(writeAddress.where);
});

/** Without script photos come and go one by one, and nothing else of the step need be filled in yet. */
const changePhotos = formAction(
  z.looseObject({ do: z.string(), images, photo: z.array(z.file()).max(1).default([]) }),
  async (actor, { do: what, images: kept, photo, ...typed }, at) => {
    const added = await Promise.all(photo.map((one) => storePhoto(actor, one, at)));
    const gone = what.replace("remove ", "");
    const tokens = [...kept.split(",").filter((token) => token && token !== gone), ...added].slice(0, mostPhotos);
    const words = Object.entries(typed).filter((field): field is [string, string] => typeof field[1] === "string");
    await keepWriting(db, actor, { ...Object.fromEntries(words), images: tokens.join(",") }, at);
    await goTo(`${writeAddress.what}#photos`);
  },
);

async function storePhoto(actor: Actor, photo: File, at: Now): Promise<string> {
  return (await storeImage(db, actor, { bytes: Buffer.from(await photo.arrayBuffer()) }, at)).token;
}

/** Step 1. Who is not signed in signs in now and finds what they wrote. */
export async function saveWhat(before: FormState, form: FormData): Promise<FormState> {
  return form.has("do") ? changePhotos(before, form) : goOn(before, form);
}

async function signInWith(fields: Record<string, string>, at: Now): Promise<void> {
  const token = await keepHandover(db, { path: writeAddress.what, fields }, at);
  const to = await addresses();
  const back = `${to(writeAddress.what)}?handover=${token}`;
  redirect(`${to("/sign-in")}?${new URLSearchParams({ callbackUrl: back })}`);
}

/** Step 2. */
export const saveWhere = formAction(whereInput, async (actor, { kind: _, ...fields }, at) => {
  await refuseElsewhere(fields);
  await keepWriting(db, actor, fields, at);
  await goTo(writeAddress.who);
});

/** Two lists that know nothing of each other without script may disagree. */
async function refuseElsewhere({ county, township }: { county: string; township: string }): Promise<void> {
  const town = county && township && (await readPlaces(db)).find(({ slug }) => slug === township);
  if (town && town.above !== county) throw new Refusal("letters.townshipElsewhere");
}

/** Step 3. A box that is not ticked is not in the form: it takes back what was agreed to before. */
export const saveWho = formAction(whoInput, async (actor, { kind: _, ...input }, at) => {
  const { visibility = "", consent = "", name, phone, accused } = input;
  await keepWriting(db, actor, { visibility, consent, name, phone, accused }, at);
  await goTo(writeAddress.check);
});

/** Step 4. The key names the letter: a second click leads to the same receipt. */
export const send = formAction(z.object({ key: z.uuid() }), async (actor, { key }, at) => {
  await countTry("letter", { personId: isPerson(actor) ? actor.id : null, address: (await whereFrom()).address });
  const number = await sendWriting(db, actor, key, at);
  await goTo(`/write/receipt/${number}`);
});

export async function drop(): Promise<void> {
  await dropWriting(db, await signedIn());
  await goTo("/me?done=drop");
}

async function goTo(path: string): Promise<never> {
  redirect((await addresses())(path));
}

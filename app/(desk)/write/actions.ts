"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { writeAddress } from "#components/letters/write-addresses.ts";
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

const withPhotos = whatInput.extend({
  photos: z.array(z.file().max(20_000_000, "letters.photoTooLarge")).max(mostPhotos).default([]),
  /** The photos that were there already and stay. */
  keep: z.preprocess((kept) => (kept === undefined ? [] : [kept].flat()), z.array(z.string().max(40)).max(mostPhotos)),
});

/** Step 1. Who is not signed in signs in now and finds what they wrote. */
export const saveWhat = formAction(withPhotos, async (actor, { photos, keep, to, ...typed }, at) => {
  const fields = { ...typed, ...(to && { to }) };
  if (!isPerson(actor)) return signInWith(fields, at);
  const images = [...keep, ...(await storeAll(actor, photos, at))].slice(0, mostPhotos);
  await keepWriting(db, actor, { ...fields, images: images.join(",") }, at);
  await goTo(writeAddress.where);
});

async function signInWith(fields: Record<string, string>, at: Now): Promise<void> {
  const token = await keepHandover(db, { path: writeAddress.what, fields }, at);
  const to = await addresses();
  const back = `${to(writeAddress.what)}?handover=${token}`;
  redirect(`${to("/sign-in")}?${new URLSearchParams({ callbackUrl: back })}`);
}

async function storeAll(actor: Actor, photos: File[], at: Now): Promise<string[]> {
  const tokens: string[] = [];
  for (const photo of photos) {
    const { token } = await storeImage(db, actor, { bytes: Buffer.from(await photo.arrayBuffer()) }, at);
    tokens.push(token);
  }
  return tokens;
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

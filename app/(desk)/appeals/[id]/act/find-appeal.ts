import { notFound } from "next/navigation";
import { now } from "#app/_edge/now.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { readAppealFor } from "#domain/appeals/read-appeal-for.ts";
import { readHandover } from "#domain/handovers.ts";

export async function findAppeal(person: Person, id: string) {
  const found = /^[1-9]\d{0,14}$/.test(id) ? await readAppealFor(db, person, Number(id), await now()) : null;
  if (!found?.post.appeal) notFound();
  return { ...found, appeal: found.post.appeal };
}

/** What was typed into the pledge form and not taken, and why. */
export async function readKept(token: string | string[] | undefined) {
  const handover = typeof token === "string" ? await readHandover(db, token, await now()) : null;
  const refusal = handover?.refusal ? { key: handover.refusal, details: handover.details ?? {} } : null;
  return { fields: handover?.fields, refusal: refusal && (await wordsOfRefusal(refusal)) };
}

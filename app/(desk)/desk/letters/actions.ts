"use server";

import { redirect } from "next/navigation";
import { now } from "#app/_edge/now.ts";
import { ownPath } from "#app/_edge/own-path.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { db } from "#db/client.ts";
import { claimLetter, unclaimLetter } from "#domain/letters/claims.ts";
import { letterOnly } from "#domain/letters/input.ts";
import { isRefusal } from "#domain/refusal.ts";

/** 认领 in the queue, or letting go: back to the same view, which shows who is on it now. */
export async function claimRow(back: string, form: FormData): Promise<void> {
  const input = letterOnly.parse({ letterId: form.get("letterId") });
  const verb = form.get("own") === "on" ? unclaimLetter : claimLetter;
  try {
    await verb(db, await signedIn(), input, await now());
  } catch (error) {
    // A letter that is theirs no more has left the view as well: there is nothing else to say.
    if (!isRefusal(error)) throw error;
  }
  redirect(ownPath(back));
}
